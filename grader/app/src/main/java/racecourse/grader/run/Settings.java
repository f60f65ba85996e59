package racecourse.grader.run;

import java.time.Duration;
import java.util.List;
import racecourse.runner.Races;
import racecourse.runner.Rubric;

/**
 * How submissions are graded.
 *
 * @param labs the labs that count, all of them in the rubric
 * @param rubric the points
 * @param seed the seed of everything random
 * @param races how much is done to find races
 * @param racesBudget how long the official harness may take for one submission, where it is thorough
 */
public record Settings(List<String> labs, Rubric rubric, long seed, Races races, Duration racesBudget) {
    /** What the official harness may take if nobody says otherwise. */
    public static final Duration RACES_BUDGET = Duration.ofMinutes(5);

    /** The folder for the pages of the official harness, beside the result. */
    public static final String OFFICIAL_PAGES = "jcstress";

    public Settings {
        labs = List.copyOf(labs);
    }
}
