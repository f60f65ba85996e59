package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The reference and every correct variant of the grader's own exam: nobody is accused. */
class VariantsTest {
    private static final Path VARIANTS = Path.of("../app/src/test/variants");
    private static final Path REFERENCE = Path.of("../../reference/src/main/java");
    private static final List<Exercise> EXERCISES = List.of(Compiled.COUNTER, Compiled.THREADS, Compiled.PROCESSES);

    @TempDir
    Path folder = Path.of("");

    @Test
    void referenceIsLeftInPeace() throws IOException {
        assumeTrue(Files.isDirectory(REFERENCE));
        assertEquals(List.of(), violations(REFERENCE, folder.resolve("reference")));
    }

    @TestFactory
    List<DynamicTest> correctVariantsAreLeftInPeace() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String lab : List.of("counter", "tickets")) {
            Path correct = VARIANTS.resolve(lab).resolve("correct");
            if (!Files.isDirectory(correct)) {
                continue;
            }
            try (Stream<Path> variants = Files.list(correct)) {
                variants.sorted().forEach(variant -> {
                    String name = lab + "/" + variant.getFileName();
                    tests.add(DynamicTest.dynamicTest(
                            name, () -> assertEquals(List.of(), violations(variant, folder.resolve(name)))));
                });
            }
        }
        return tests;
    }

    private static List<Finding> violations(Path sources, Path classes) throws IOException {
        Compiled.compile(sources, classes);
        List<Finding> violations = new ArrayList<>();
        for (Exercise exercise : EXERCISES) {
            if (Files.exists(classes.resolve(exercise.entry().replace('.', '/') + ".class"))) {
                violations.addAll(
                        LockRules.of(List.of(classes), exercise).findings().of(Level.VIOLATION));
            }
        }
        return violations;
    }
}
