package racecourse.checks.engine.stress;

import java.util.List;

/**
 * How hard the official harness tries, so that it is done in time: it keeps no budget itself. It runs a scenario in as
 * many configurations as the JVM has modes, each in a JVM of its own.
 *
 * @param split whether each actor is compiled its own way; over three times the configurations
 * @param forks how often each configuration is run
 * @param millis how long each of its iterations lasts
 */
record HarnessEffort(boolean split, int forks, int millis) {
    /** Less is not enough for the harness to look about and to run each configuration for a moment. */
    static final long LEAST_MILLIS = 18_000;

    // two actors on JDK 17 with two processors: newer JDKs have fewer configurations, larger machines run some at once
    private static final int SPLIT_CONFIGURATIONS = 28;
    private static final int CONFIGURATIONS = 8;
    private static final long START_MILLIS = 8_000;
    private static final long FORK_MILLIS = 800;
    private static final int ITERATIONS = 5;
    private static final int LEAST_ITERATION = 20;
    private static final int LONGEST_ITERATION = 1_000;
    private static final double MARGIN = 0.75;

    /** Returns what fits into a time. */
    static HarnessEffort within(long allMillis) {
        double work = Math.max(0, MARGIN * allMillis - START_MILLIS);
        double each = work / SPLIT_CONFIGURATIONS;
        boolean split = each >= FORK_MILLIS + ITERATIONS * LEAST_ITERATION;
        if (!split) {
            each = work / CONFIGURATIONS;
        }
        int forks = (int) Math.max(1, each / (FORK_MILLIS + ITERATIONS * LONGEST_ITERATION));
        double iteration = (each / forks - FORK_MILLIS) / ITERATIONS;
        return new HarnessEffort(split, forks, (int) Math.max(LEAST_ITERATION, Math.min(LONGEST_ITERATION, iteration)));
    }

    /** Returns the harness's options. */
    List<String> options() {
        return List.of(
                "-sc",
                String.valueOf(split),
                "-f",
                String.valueOf(forks),
                "-fsm",
                "1",
                "-iters",
                String.valueOf(ITERATIONS),
                "-time",
                String.valueOf(millis));
    }
}
