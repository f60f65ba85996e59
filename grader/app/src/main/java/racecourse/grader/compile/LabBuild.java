package racecourse.grader.compile;

import java.util.List;

/**
 * What became of one lab of a submission.
 *
 * @param lab the lab's name
 * @param classes the directory of its classes; empty if it does not compile
 * @param problems javac's errors
 */
public record LabBuild(String lab, String classes, List<CompileProblem> problems) {
    public LabBuild {
        problems = List.copyOf(problems);
    }

    /** Returns whether there are classes. */
    public boolean isCompiled() {
        return !classes.isEmpty();
    }
}
