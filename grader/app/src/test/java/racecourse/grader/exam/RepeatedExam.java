package racecourse.grader.exam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;

/**
 * Grades every variant of a lab several times and tells how often each was caught, or hurt: {@code grader/bench}.
 * Nothing here is a test; the exam is.
 */
final class RepeatedExam {
    private RepeatedExam() {}

    public static void main(String[] arguments) throws IOException, IntakeException, InterruptedException {
        String lab = arguments[0];
        int times = Integer.parseInt(arguments[1]);
        int caught = 0;
        int broken = 0;
        int hurt = 0;
        int correct = 0;
        List<String> misses = new ArrayList<>();
        long begin = System.nanoTime();
        try (Exam exam = new Exam(lab)) {
            for (Variant variant : Variant.of(lab)) {
                for (int time = 1; time <= times; time++) {
                    GradedSubmission graded = exam.grade(variant);
                    boolean lost = graded.points().lost() > 0;
                    if (variant.broken()) {
                        broken++;
                        caught += lost ? 1 : 0;
                    } else {
                        correct++;
                        hurt += graded.points().earned() < graded.points().max() ? 1 : 0;
                    }
                    if (variant.broken() != lost
                            || !Exam.complaints(variant, graded).isEmpty()) {
                        misses.add(variant.name() + ", time " + time + ": failed " + Exam.failed(graded) + ", "
                                + graded.points().undecided() + " points undecided");
                    }
                }
            }
        }
        misses.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "%s: caught %d of %d gradings of broken variants; %d of %d gradings of correct ones lost or missed a point;"
                        + " %d s%n",
                lab,
                caught,
                broken,
                hurt,
                correct,
                (System.nanoTime() - begin) / 1_000_000_000);
        System.exit(0);
    }
}
