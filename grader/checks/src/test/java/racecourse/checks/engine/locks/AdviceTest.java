package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.engine.locks.habits.Habits;

/** Of every lab's variants: what the rules of all labs say, and that right code, the JDK's included, is left in peace. */
class AdviceTest {
    private static final Path VARIANTS = Path.of("../app/src/test/variants");
    private static final Path REFERENCE = Path.of("../../reference/src/main/java");

    @TempDir
    Path folder = Path.of("");

    private int looked;

    @Test
    void rightOnesGetNoneButThree() throws IOException {
        List<String> said = new ArrayList<>();
        for (Lab lab : Labs.all()) {
            said.addAll(said(lab, "correct"));
        }
        // two wait with a lock that nobody else needs, and a reader goes in circles while a sequence is odd: that is
        // right,
        // and looks like what is not
        assertEquals(
                List.of(
                        "reaper/looks-into-proc-for-who-is-no-child locks.blocked-inside",
                        "sharing/handoff-seqlock locks.looks-at-intervals",
                        "sharing/process-own-main locks.blocked-inside"),
                said);
        assertTrue(looked > 200, looked + " variants");
    }

    /** Where paths and habits cost no points themselves; of the others see the tests of their own rules. */
    @Test
    void wrongOnesAreToldWhatIsProven() throws IOException {
        List<String> said = new ArrayList<>();
        for (Lab lab : Labs.all()) {
            if (!lab.name().equals("counter") && !lab.name().equals("tickets")) {
                said.addAll(said(lab, "broken"));
            }
        }
        assertTrue(looked > 600, looked + " variants");
        assertEquals("""
                reaper/all-synchronized locks.blocked-inside
                reaper/children-shared-by-all-reapers locks.scope-static
                reaper/close-waits-for-reap locks.blocked-inside
                reaper/one-lock-for-all-reapers locks.blocked-inside
                reaper/reap-all-holds-the-lock locks.blocked-inside
                queue/class-monitor locks.scope-static
                queue/get-swallows-interrupt interrupts.not-swallowed
                queue/null-keeps-the-lock locks.leak-throws
                queue/spins-for-room locks.tries-in-circles
                queue/spins-for-the-lock locks.tries-in-circles
                queue/static-lock-and-conditions locks.scope-static
                queue/try-lock-unasked locks.signal-not-held
                queue/unlock-without-lock locks.not-held
                queue/unlock-without-lock locks.acquired-before-try
                queue/unlocks-what-it-has-not locks.not-held
                queue/unlocks-what-it-has-not locks.acquired-before-try
                queue/yields-for-a-message locks.acquired-before-try
                ipc/lazy-lock locks.kept-in-a-final-field
                kitchen/all-kitchens-in-turn locks.blocked-inside
                kitchen/counts-of-all-queues locks.scope-instance
                kitchen/gate-is-not-reopened locks.leak-returns
                kitchen/join-polls locks.looks-at-intervals
                kitchen/join-polls locks.acquired-before-try
                kitchen/join-swallows-interrupt interrupts.not-swallowed
                kitchen/join-yields locks.looks-at-intervals
                kitchen/one-lock-for-all-queues locks.scope-static
                kitchen/one-serving-at-a-time locks.blocked-inside
                launch/run-not-start threads.started-not-run
                launch/subclass-run-not-start threads.started-not-run
                launch/waits-for-the-last-one locks.blocked-inside
                inspect/one-call-at-a-time locks.blocked-inside
                inspect/waits-on-a-lock-of-its-own locks.object-for-locking
                daemon/daemon-after-start threads.daemon-before-start
                daemon/daemon-after-start-caught threads.daemon-before-start
                daemon/run-not-start threads.started-not-run
                sharing/handoff-odd-sequence-accepted locks.spins
                sharing/handoff-plain-optional locks.guard-missing
                sharing/money-get-unsynchronized locks.guard-missing
                sharing/money-lock-after-write locks.guard-other
                sharing/money-lock-per-call locks.scope-call
                sharing/money-lock-per-call locks.guard-other
                sharing/money-lock-per-call locks.object-for-locking
                sharing/money-plain locks.guard-missing
                sharing/money-plain-field locks.guard-missing
                sharing/money-synchronized-get-only locks.guard-other
                sharing/money-synchronized-set-only locks.guard-missing
                sharing/money-two-locks locks.guard-other
                sharing/money-volatile-array locks.guard-missing
                sharing/money-written-after-unlock locks.guard-other
                sharing/process-static-lock locks.blocked-inside
                sharing/thread-run-not-start threads.started-not-run
                sharing/thread-static-lock locks.blocked-inside
                sharing/thread-uninterruptible interrupts.not-swallowed""", String.join("\n", said));
    }

    /** Classes of the JDK that use locks in all ways there are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.ArrayBlockingQueue",
                "java.util.concurrent.CopyOnWriteArrayList",
                "java.util.concurrent.CountDownLatch",
                "java.util.concurrent.CyclicBarrier",
                "java.util.concurrent.DelayQueue",
                "java.util.concurrent.Exchanger",
                "java.util.concurrent.FutureTask",
                "java.util.concurrent.LinkedBlockingDeque",
                "java.util.concurrent.LinkedBlockingQueue",
                "java.util.concurrent.Phaser",
                "java.util.concurrent.PriorityBlockingQueue",
                "java.util.concurrent.Semaphore",
                "java.util.concurrent.SynchronousQueue",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.io.PipedInputStream",
                "java.io.PipedReader",
                "java.util.Vector",
                "java.util.Timer"
            })
    void classesOfTheJdkAreLeftInPeace(String name) throws IOException {
        String file = name.replace('.', '/');
        FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path from = modules.getPath("modules/java.base/" + file).getParent();
        String simple = file.substring(file.lastIndexOf('/') + 1);
        try (Stream<Path> classes = Files.list(from)) {
            for (Path one : classes.toList()) {
                String own = one.getFileName().toString();
                if (own.equals(simple + ".class") || own.startsWith(simple + "$")) {
                    Path copy = folder.resolve(file).resolveSibling(own);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(one));
                }
            }
        }
        assertTrue(Files.exists(folder.resolve(file + ".class")));
        assertEquals(List.of(), PathRules.found(List.of(folder), name));
    }

    private List<String> said(Lab lab, String kind) throws IOException {
        Set<String> said = new LinkedHashSet<>();
        for (Path variant : folders(VARIANTS.resolve(lab.name()).resolve(kind))) {
            looked++;
            String name = lab.name() + "/" + variant.getFileName() + " ";
            Path sources = Files.createDirectories(folder.resolve("s" + looked));
            copy(
                    REFERENCE.resolve("lab").resolve(lab.name()),
                    sources.resolve("lab").resolve(lab.name()));
            copy(variant.resolve("lab"), sources.resolve("lab"));
            List<Path> classes = List.of(Compiled.compile(sources, folder.resolve("c" + looked)));
            for (String entry : lab.entryClasses()) {
                PathRules.found(classes, entry)
                        .forEach(finding -> said.add(name + finding.message().key()));
            }
            Habits.found(classes, lab.entryClasses()).forEach(evidence -> said.add(name + evidence.rule()));
        }
        return List.copyOf(said);
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
