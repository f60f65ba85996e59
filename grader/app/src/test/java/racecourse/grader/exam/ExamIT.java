package racecourse.grader.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
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
 * reference everything. {@code -Dexam.every=N} takes every Nth variant only, for a quicker look; {@code -Dexam.minutes=M} begins
 * no further variant of a lab once the lab's share of so many minutes is over, and reports the rest as skipped.
 */
class ExamIT {
    private static final int EVERY = Integer.getInteger("exam.every", 1);
    private static final Duration BUDGET = Duration.ofMinutes(Integer.getInteger("exam.minutes", 24 * 60));
    private static final long BEGIN = System.nanoTime();
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
        // where the minutes are over, what is left out is of all kinds
        Collections.shuffle(variants, new Random(lab.length()));
        BooleanSupplier late = lateFor(lab);
        List<DynamicTest> tests = new ArrayList<>();
        List<DynamicTest> alone = new ArrayList<>();
        for (Variant variant : variants) {
            Callable<Optional<GradedSubmission>> grade =
                    () -> late.getAsBoolean() ? Optional.empty() : Optional.of(exam.grade(variant));
            if (variant.races() == Races.NONE) {
                Future<Optional<GradedSubmission>> graded = exam.beside(grade);
                tests.add(test(variant, graded::get));
            } else {
                alone.add(test(variant, grade));
            }
        }
        // they come to it when the others are through
        tests.addAll(alone);
        tests.add(DynamicTest.dynamicTest(lab + ", skeleton", () -> skeletonEarnsNothing(exam)));
        tests.add(DynamicTest.dynamicTest(lab + ", reference", () -> referenceEarnsEverything(exam)));
        return tests.stream();
    }

    /** Labs share the time alike, and who has needed less leaves more to those that follow. */
    private static BooleanSupplier lateFor(String lab) {
        List<String> names = Labs.all().stream().map(Lab::name).toList();
        long until = BEGIN + BUDGET.toNanos() / names.size() * (names.indexOf(lab) + 1);
        return () -> System.nanoTime() - until > 0;
    }

    private static DynamicTest test(Variant variant, Callable<Optional<GradedSubmission>> grade) {
        String kind = variant.broken() ? "broken" : "correct";
        return DynamicTest.dynamicTest(variant.lab() + ", " + kind + ", " + variant.name(), () -> {
            GradedSubmission graded = grade.call()
                    .orElseGet(() -> Assumptions.abort("not graded: the minutes of " + variant.lab() + " were over"));
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
