package racecourse.grader.run;

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
 */
public record Settings(List<String> labs, Rubric rubric, long seed, Races races) {
    public Settings {
        labs = List.copyOf(labs);
    }
}
