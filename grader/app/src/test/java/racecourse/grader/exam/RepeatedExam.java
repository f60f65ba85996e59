package racecourse.grader.exam;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Races;

/**
 * Grades every variant of a lab several times and tells how often each was caught, or hurt: {@code grader/bench}.
 * Nothing here is a test; the exam is.
 */
final class RepeatedExam {
    private RepeatedExam() {}

    public static void main(String[] arguments)
            throws IOException, IntakeException, InterruptedException, ExecutionException {
        String lab = arguments[0];
        int times = Integer.parseInt(arguments[1]);
        int caught = 0;
        int broken = 0;
        int hurt = 0;
        int correct = 0;
        int misses = 0;
        long begin = System.nanoTime();
        try (Exam exam = new Exam(lab)) {
            for (int time = 1; time <= times; time++) {
                for (Map.Entry<Variant, GradedSubmission> one : all(exam, lab).entrySet()) {
                    Variant variant = one.getKey();
                    GradedSubmission graded = one.getValue();
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
                        misses++;
                        System.out.println(variant.name() + ", time " + time + ": failed " + Exam.failed(graded) + ", "
                                + Exam.complaints(variant, graded));
                    }
                }
                System.out.println("time " + time + " of " + times + ", " + misses + " misses so far");
            }
        }
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

    private static Map<Variant, GradedSubmission> all(Exam exam, String lab)
            throws IOException, IntakeException, InterruptedException, ExecutionException {
        Map<Variant, Future<GradedSubmission>> beside = new LinkedHashMap<>();
        Map<Variant, GradedSubmission> all = new LinkedHashMap<>();
        List<Variant> variants = Variant.of(lab);
        for (Variant variant : variants) {
            if (variant.races() == Races.NONE) {
                beside.put(variant, exam.start(variant));
            }
        }
        for (Map.Entry<Variant, Future<GradedSubmission>> one : beside.entrySet()) {
            all.put(one.getKey(), one.getValue().get());
        }
        for (Variant variant : variants) {
            if (variant.races() != Races.NONE) {
                all.put(variant, exam.grade(variant));
            }
        }
        return all;
    }
}
