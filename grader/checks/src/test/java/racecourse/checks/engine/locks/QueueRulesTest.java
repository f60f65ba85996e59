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

/** Over the variants of the grader's own exam: what the queue's rules accuse, and that nobody else is accused. */
class QueueRulesTest {
    private static final Path VARIANTS = Path.of("../app/src/test/variants");
    private static final String QUEUE = "lab.queue.BoundedMessageQueue";
    private static final String KITCHEN = "lab.kitchen.CountingJoinableQueue";
    private static final String[] WAITING = {"put", "get", "join"};
    private static final String[] DECIDING = {"put", "get", "putNoWait", "getNoWait"};

    @TempDir
    Path folder = Path.of("");

    /** What was said of a folder of variants. */
    private static final class Said {
        private final List<String> accused = new ArrayList<>();
        private final List<String> advised = new ArrayList<>();
    }

    @Test
    void rightOnesAreLeftInPeace() throws Exception {
        Said queues = judged("queue/correct", QUEUE);
        assertEquals(List.of(), queues.accused);
        // right, since its putters never wait while a getter does
        assertEquals(List.of("notify-from-get-only"), queues.advised);
        assertEquals(List.of(), judged("kitchen/correct", KITCHEN).accused);
    }

    @Test
    void wrongOnesAreAccusedOfWhatIsProven() throws Exception {
        Said queues = judged("queue/broken", QUEUE);
        assertEquals(
                List.of(
                        "get-gives-up waits once",
                        "get-no-wait-without-lock decides too early",
                        "if-in-get waits once",
                        "if-in-put waits once",
                        "if-instead-of-while waits once",
                        "if-with-signal-and-barging waits once",
                        "look-outside-the-lock decides too early",
                        "polls-with-sleep sleeps",
                        "put-waits-in-if waits once",
                        "room-checked-outside decides too early"),
                queues.accused);
        assertEquals(
                List.of(
                        "notify-one-of-all",
                        "notify-one-of-both-kinds",
                        "signal-one-of-all",
                        "signal-one-of-both-kinds"),
                queues.advised);
    }

    private Said judged(String variants, String entry) throws Exception {
        Said said = new Said();
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
                    accuse(name + " waits once", WaitsInLoop.of(entry, WAITING), subject, said.accused);
                    accuse(name + " sleeps", WaitsInLoop.neverSleeping(entry, WAITING), subject, said.accused);
                    accuse(name + " decides too early", DecidesUnderLock.of(entry, DECIDING), subject, said.accused);
                    accuse(name, SingleSignal.advice(entry, "put", "get"), subject, said.accused);
                    if (!Advice.taken().isEmpty()) {
                        said.advised.add(name);
                    }
                    looked++;
                }
            }
        }
        assertTrue(looked > 15, looked + " variants in " + variants);
        return said;
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
