package racecourse.grader.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Races;

/**
 * Every broken variant fails what it must, no correct one loses or misses a point, the skeleton earns nothing, the
 * reference everything. {@code -Dexam.every=N} takes every Nth variant only, for a quicker look.
 */
class ExamIT {
    private static final int EVERY = Integer.getInteger("exam.every", 1);
    private static final List<Exam> OPEN = new ArrayList<>();

    @AfterAll
    static void close() {
        OPEN.forEach(Exam::close);
    }

    @TestFactory
    Stream<DynamicTest> counter() throws IOException {
        return tests("counter");
    }

    @TestFactory
    Stream<DynamicTest> tickets() throws IOException {
        return tests("tickets");
    }

    @TestFactory
    Stream<DynamicTest> queue() throws IOException {
        return tests("queue");
    }

    @TestFactory
    Stream<DynamicTest> kitchen() throws IOException {
        return tests("kitchen");
    }

    private static Stream<DynamicTest> tests(String lab) throws IOException {
        Exam exam = new Exam(lab);
        OPEN.add(exam);
        List<Variant> variants = Variant.of(lab);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < variants.size(); i += EVERY) {
            Variant variant = variants.get(i);
            String kind = variant.broken() ? "broken" : "correct";
            tests.add(DynamicTest.dynamicTest(lab + ", " + kind + ", " + variant.name(), () -> {
                GradedSubmission graded = exam.grade(variant);
                List<String> complaints = Exam.complaints(variant, graded);
                assertTrue(
                        complaints.isEmpty(),
                        () -> String.join("\n", complaints) + "\nit failed " + Exam.failed(graded));
            }));
        }
        tests.add(DynamicTest.dynamicTest(lab + ", skeleton", () -> skeletonEarnsNothing(exam)));
        tests.add(DynamicTest.dynamicTest(lab + ", reference", () -> referenceEarnsEverything(exam)));
        return tests.stream();
    }

    private static void skeletonEarnsNothing(Exam exam) throws IOException, IntakeException, InterruptedException {
        GradedSubmission graded = exam.grade("skeleton", Path.of("../../student-template"), Races.QUICK, Set.of());
        assertEquals(0, graded.points().earned());
        assertEquals(graded.points().max(), graded.points().lost());
    }

    private static void referenceEarnsEverything(Exam exam) throws IOException, IntakeException, InterruptedException {
        GradedSubmission graded = exam.grade("reference", Path.of("../../reference"), Races.QUICK, Set.of());
        assertEquals(graded.points().max(), graded.points().earned(), () -> "it failed " + Exam.failed(graded));
        assertTrue(graded.points().max() > 0);
    }
}
