package racecourse.grader.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Races;

/**
 * Every broken variant fails what it must, no correct one loses or misses a point, the skeleton earns nothing, the
 * reference everything. {@code -Dexam.every=N} takes every Nth variant only, for a quicker look.
 */
class ExamIT {
    private static final int EVERY = Integer.getInteger("exam.every", 1);
    private static @Nullable Exam open;

    /** Ends the workers of a lab that is through: those of all labs together would take all memory. */
    @AfterAll
    static void close() {
        if (open != null) {
            open.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> labs() {
        // one lab after the other: a lab's variants are graded when its tests are asked for
        return Labs.all().stream()
                .map(Lab::name)
                .map(lab ->
                        DynamicContainer.dynamicContainer(lab, Stream.of(lab).flatMap(ExamIT::tests)));
    }

    private static Stream<DynamicTest> tests(String lab) {
        try {
            return started(lab);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> started(String lab) throws IOException {
        close();
        Exam exam = new Exam(lab);
        open = exam;
        List<Variant> variants = new ArrayList<>();
        List<Variant> all = Variant.of(lab);
        for (int i = 0; i < all.size(); i += EVERY) {
            variants.add(all.get(i));
        }
        List<DynamicTest> tests = new ArrayList<>();
        List<DynamicTest> alone = new ArrayList<>();
        for (Variant variant : variants) {
            if (variant.races() == Races.NONE) {
                Future<GradedSubmission> graded = exam.start(variant);
                tests.add(test(variant, graded::get));
            } else {
                alone.add(test(variant, () -> exam.grade(variant)));
            }
        }
        // they come to it when the others are through
        tests.addAll(alone);
        tests.add(DynamicTest.dynamicTest(lab + ", skeleton", () -> skeletonEarnsNothing(exam)));
        tests.add(DynamicTest.dynamicTest(lab + ", reference", () -> referenceEarnsEverything(exam)));
        return tests.stream();
    }

    private static DynamicTest test(Variant variant, Callable<GradedSubmission> grade) {
        String kind = variant.broken() ? "broken" : "correct";
        return DynamicTest.dynamicTest(variant.lab() + ", " + kind + ", " + variant.name(), () -> {
            GradedSubmission graded = grade.call();
            List<String> complaints = Exam.complaints(variant, graded);
            assertTrue(
                    complaints.isEmpty(), () -> String.join("\n", complaints) + "\nit failed " + Exam.failed(graded));
        });
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
