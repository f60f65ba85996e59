package racecourse.grader.run;

import java.util.List;
import java.util.Map;
import racecourse.runner.Points;

/**
 * One submission, graded.
 *
 * @param name its name
 * @param directory where it came from, as the caller wrote it
 * @param root where its {@code lab} was in that, {@code src/main/java}; empty where it was right there
 * @param contentHash of its sources
 * @param labs its labs
 * @param points the sum, capped
 * @param remarks what the intake left out
 * @param millis how long each step took
 * @param sources lines of the source files, by path
 */
public record GradedSubmission(
        String name,
        String directory,
        String root,
        String contentHash,
        List<GradedLab> labs,
        Points points,
        List<String> remarks,
        Map<String, Long> millis,
        Map<String, List<String>> sources) {
    public GradedSubmission {
        labs = List.copyOf(labs);
        remarks = List.copyOf(remarks);
        sources = Map.copyOf(sources);
    }

    /** Returns the score in per cent of the maximum; 0 where there is nothing to have. */
    public double percent() {
        return points.max() == 0 ? 0 : 100 * points.earned() / points.max();
    }

    /** Returns the score in per cent of what was decided; 0 where nothing was. */
    public double percentOfDecided() {
        double decided = points.max() - points.undecided();
        return decided <= 0 ? 0 : 100 * points.earned() / decided;
    }
}
