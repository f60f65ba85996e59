package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;

/** Over the variants of the grader's own exam: what is accused, and that nobody else is. */
class WaitsInLoopTest {
    private static final Path VARIANTS = Path.of("../app/src/test/variants");
    private static final String QUEUE = "lab.queue.BoundedMessageQueue";
    private static final String KITCHEN = "lab.kitchen.CountingJoinableQueue";
    private static final String[] METHODS = {"put", "get", "join"};

    private final List<String> advised = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @Test
    void rightOnesAreLeftInPeace() throws Exception {
        assertEquals(List.of(), accused("queue/correct", QUEUE));
        assertEquals(List.of(), accused("kitchen/correct", KITCHEN));
    }

    @Test
    void whoWaitsOnceOrSleepsBetweenLooksIsAccused() throws Exception {
        assertEquals(
                List.of(
                        "get-gives-up waits once",
                        "if-in-get waits once",
                        "if-in-put waits once",
                        "if-instead-of-while waits once",
                        "if-with-signal-and-barging waits once",
                        "polls-with-sleep sleeps",
                        "put-waits-in-if waits once"),
                accused("queue/broken", QUEUE));
    }

    @Test
    void singleSignalsAreNotedAndAccuseNobody() throws Exception {
        accused("queue/correct", QUEUE);
        // right, since its putters never wait while a getter does
        assertEquals(List.of("notify-from-get-only"), advised);
        advised.clear();
        accused("queue/broken", QUEUE);
        assertEquals(
                List.of(
                        "notify-one-of-all",
                        "notify-one-of-both-kinds",
                        "signal-one-of-all",
                        "signal-one-of-both-kinds"),
                advised);
    }

    private List<String> accused(String variants, String entry) throws Exception {
        List<String> accused = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> all = Files.list(VARIANTS.resolve(variants))) {
            for (Path variant : all.sorted().toList()) {
                if (Files.exists(variant.resolve(entry.replace('.', '/') + ".java"))) {
                    String name = variant.getFileName().toString();
                    Path classes = folder.resolve(variants).resolve(name);
                    // the queue alone: a kitchen needs classes that its variant takes from the reference
                    Path sources = Files.createDirectories(
                            folder.resolve("sources").resolve(variants).resolve(name));
                    copyWithoutKitchen(variant, sources);
                    Subject subject = Subject.inProcess(List.of(Compiled.compile(sources, classes)), 1);
                    accuse(name + " waits once", WaitsInLoop.of(entry, METHODS), subject, accused);
                    accuse(name + " sleeps", WaitsInLoop.neverSleeping(entry, METHODS), subject, accused);
                    accuse(name, SingleSignal.advice(entry, "put", "get"), subject, accused);
                    if (!Advice.taken().isEmpty()) {
                        advised.add(name);
                    }
                    looked++;
                }
            }
        }
        assertTrue(looked > 15, looked + " variants in " + variants);
        return accused;
    }

    private static void copyWithoutKitchen(Path variant, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(variant)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("DaemonKitchen.java")) {
                    Path copy = sources.resolve(variant.relativize(file));
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void accuse(String text, Detection detection, Subject subject, List<String> accused) {
        try {
            detection.detect(subject);
        } catch (Violation e) {
            accused.add(text);
        } catch (Throwable e) {
            throw new AssertionError(text, e);
        }
    }
}
