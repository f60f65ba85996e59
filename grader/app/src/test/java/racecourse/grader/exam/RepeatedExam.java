package racecourse.grader.exam;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
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
        Pattern names = Pattern.compile(arguments.length > 2 ? arguments[2] : "");
        List<Variant> variants = Variant.of(lab).stream()
                .filter(variant -> names.matcher(variant.path()).find())
                .toList();
        Tally tally = new Tally();
        long begin = System.nanoTime();
        try (Exam exam = new Exam(lab)) {
            for (int time = 1; time <= times; time++) {
                gradeAll(exam, variants, tally);
                System.out.println("time " + time + " of " + times + ", " + tally.misses + " misses so far");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: caught %d of %d gradings of broken variants; %d of %d gradings of correct ones lost or missed a point;"
                        + " %d s%n",
                lab,
                tally.caught,
                tally.broken,
                tally.hurt,
                tally.correct,
                (System.nanoTime() - begin) / 1_000_000_000);
        System.exit(0);
    }

    private static void gradeAll(Exam exam, List<Variant> variants, Tally tally)
            throws IOException, IntakeException, InterruptedException, ExecutionException {
        Map<Variant, Future<GradedSubmission>> beside = new LinkedHashMap<>();
        for (Variant variant : variants) {
            if (variant.races() == Races.NONE) {
                beside.put(variant, exam.beside(() -> exam.grade(variant)));
            }
        }
        for (Map.Entry<Variant, Future<GradedSubmission>> one : beside.entrySet()) {
            tally.count(one.getKey(), one.getValue().get());
        }
        for (Variant variant : variants) {
            if (variant.races() != Races.NONE) {
                tally.count(variant, exam.grade(variant));
            }
        }
    }

    /** Counts gradings and prints those that are not as they must be, as they come. */
    private static final class Tally {
        private int caught;
        private int broken;
        private int hurt;
        private int correct;
        private int misses;

        void count(Variant variant, GradedSubmission graded) {
            boolean lost = graded.points().lost() > 0;
            List<String> complaints = Exam.complaints(variant, graded);
            if (variant.broken()) {
                broken++;
                caught += lost ? 1 : 0;
            } else {
                correct++;
                // what was left out on purpose is no complaint
                hurt += lost || !complaints.isEmpty() ? 1 : 0;
            }
            if (variant.broken() != lost || !complaints.isEmpty()) {
                misses++;
                System.out.println(variant.name() + ": failed " + Exam.failed(graded) + ", " + complaints);
            }
        }
    }
}
