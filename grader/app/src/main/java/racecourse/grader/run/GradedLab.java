package racecourse.grader.run;

import java.util.List;
import racecourse.grader.compile.CompileProblem;
import racecourse.runner.LabResult;
import racecourse.runner.Points;

/**
 * One lab of a submission, graded.
 *
 * @param status how far it got
 * @param result the verdicts; where it did not get to the checks, all blocked
 * @param problems javac's errors
 * @param points the lab's points
 * @param sourceHash of the sources that the verdicts can hang on
 */
public record GradedLab(
        Status status, LabResult result, List<CompileProblem> problems, Points points, String sourceHash) {
    public GradedLab {
        problems = List.copyOf(problems);
    }

    /** How far a lab got. */
    public enum Status {
        GRADED,
        NOT_COMPILED,
        NO_SOURCES
    }

    /** Returns the lab's name. */
    public String lab() {
        return result.lab();
    }
}
