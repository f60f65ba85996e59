package racecourse.checks.engine.stress;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.runners.CounterThread;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.util.Counter;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.OutcomeTable;

/** One jcstress scenario, run in this JVM by the runner that jcstress has generated for it. */
final class StressRun {
    private static final int MILLIS_A_TEMPO = 60;

    private final Class<?> scenario;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Set<String> tempos = new LinkedHashSet<>();
    private final long begin = System.nanoTime();
    private int turns;

    private StressRun(Class<?> scenario) {
        this.scenario = scenario;
    }

    /**
     * How much is done before a race that has not shown counts as not there. On a busy machine the actors wait for each
     * other, and a race that showed at once elsewhere takes many times as long.
     *
     * @param turns how many tempos are tried, one after the other and from the first again
     * @param nanos the time after which none is begun
     */
    record Effort(int turns, long nanos) {
        static final Effort USUAL = new Effort(Tempo.ALL.size(), TimeUnit.MILLISECONDS.toNanos(700));
        static final Effort UTMOST = new Effort(Integer.MAX_VALUE, TimeUnit.SECONDS.toNanos(5));

        /** Returns twice what has been enough once, within what is usual and the utmost. */
        Effort twice() {
            return new Effort(
                    Math.max(USUAL.turns, 2 * turns), Math.min(UTMOST.nanos, Math.max(USUAL.nanos, 2 * nanos)));
        }
    }

    /**
     * Runs a scenario tempo by tempo until a forbidden outcome has been seen or the effort has been made.
     *
     * @throws Violation if the submission throws in the middle of it, or its threads never end
     */
    static StressRun of(Class<?> scenario, @Nullable Subject subject, Effort effort) {
        StressRun run = new StressRun(scenario);
        Class<?> fresh = load(scenario, subject);
        do {
            run.run(fresh, Tempo.ALL.get(run.turns % Tempo.ALL.size()));
            run.turns++;
        } while (!run.hasSeenForbidden() && run.turns < effort.turns && System.nanoTime() - run.begin < effort.nanos);
        return run;
    }

    /** Returns what it took so far. */
    Effort spent() {
        return new Effort(turns, System.nanoTime() - begin);
    }

    boolean hasSeenForbidden() {
        return table().rows().stream().anyMatch(OutcomeTable.Row::forbidden);
    }

    private static Class<?> load(Class<?> scenario, @Nullable Subject subject) {
        try {
            return Class.forName(scenario.getName(), false, new ScenarioLoader(scenario, subject));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Class<?> fresh, Tempo tempo) {
        tempos.add(tempo.text());
        Scene.value(Message.of("engine.stress.ends"), () -> {
            List<? extends CounterThread<?>> threads = runner(fresh, tempo).internalRun();
            for (CounterThread<?> thread : threads) {
                thread.join();
                Throwable thrown = thread.throwable();
                if (thrown != null) {
                    throw thrown;
                }
                add(thread.result());
            }
            return threads;
        });
    }

    private <T> void add(Counter<T> results) {
        for (T result : results.elementSet()) {
            counts.merge(String.valueOf(result), results.count(result), Long::sum);
        }
    }

    private static Runner<?> runner(Class<?> scenario, Tempo tempo) {
        String name = ScenarioLoader.runnerOf(scenario.getName());
        try {
            return Class.forName(name, true, scenario.getClassLoader())
                    .asSubclass(Runner.class)
                    .getConstructor(ForkedTestConfig.class)
                    .newInstance(tempo.forMillis(name, MILLIS_A_TEMPO));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no runner for " + scenario + ": jcstress has generated none", e);
        }
    }

    OutcomeTable table() {
        List<OutcomeTable.Row> rows = counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(OutcomeTable.Row::count).reversed())
                .toList();
        return new OutcomeTable(scenario.getSimpleName(), rows, String.join(", ", tempos));
    }

    /** As jcstress does: the first outcome whose id matches, and if none does, the one without an id. */
    private OutcomeTable.Row row(String result, long count) {
        Outcome[] outcomes = scenario.getAnnotationsByType(Outcome.class);
        for (Outcome outcome : outcomes) {
            for (String id : outcome.id()) {
                if (!id.isEmpty() && (result.equals(id) || result.matches(id))) {
                    return row(result, count, outcome);
                }
            }
        }
        for (Outcome outcome : outcomes) {
            if (outcome.id().length == 0 || outcome.id()[0].isEmpty()) {
                return row(result, count, outcome);
            }
        }
        throw new IllegalStateException(scenario + " says nothing about the outcome " + result);
    }

    private static OutcomeTable.Row row(String result, long count, Outcome outcome) {
        return new OutcomeTable.Row(result, outcome.expect() == Expect.FORBIDDEN, count, outcome.desc());
    }
}
