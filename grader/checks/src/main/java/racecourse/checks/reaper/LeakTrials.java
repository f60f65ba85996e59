package racecourse.checks.reaper;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Running;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Many short children, started and reaped: what is left of them. */
final class LeakTrials {
    /** Few, so that seldom a collection in between closes what the submission has left open. */
    private static final int BATCH = 10;

    private static final int WARM_UP = 3;
    private static final int BATCHES = 7;
    private static final Path TRUE = Path.of("/bin/true");
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** What grows by less, while {@link #BATCH} children come and go, does not grow with each. */
    private static final int GROWTH = BATCH - 2;

    /** What goes away by itself is given this long for it. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private LeakTrials() {}

    static Outcome nothingIsLeft(Subject subject) throws IOException {
        if (!Running.isToldByProc() || !Files.isDirectory(DESCRIPTORS) || !Files.isExecutable(TRUE)) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        isSeen();
        try (Ward ward = new Ward(subject)) {
            // the first have the threads and files that a reaper needs once
            for (int batch = 0; batch < WARM_UP; batch++) {
                comeAndGo(ward);
            }
            long threads = threads();
            for (int batch = 0; batch < BATCHES; batch++) {
                long descriptors = descriptors();
                comeAndGo(ward);
                staysBelow(LeakTrials::zombies, 1, "reaper.leaks.zombies", BATCH);
                staysBelow(LeakTrials::descriptors, descriptors + GROWTH, "reaper.leaks.descriptors", BATCH);
            }
            // a pool may grow by a few for a while, but not with each child
            int all = BATCH * BATCHES;
            staysBelow(LeakTrials::threads, threads + all / 2, "reaper.leaks.threads", all);
        }
        return new Outcome.Clean();
    }

    private static void comeAndGo(Ward ward) {
        List<Long> pids = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            pids.add((Long) ward.value(
                    Message.of("reaper.start.returns"), () -> ward.reaper().start(List.of(TRUE.toString()))));
            if (i % 2 == 1) {
                reap(ward, pids.get(i));
                reap(ward, pids.get(i - 1));
            }
        }
    }

    private static void reap(Ward ward, long pid) {
        ward.value(Ward.reap(0), () -> ward.reaper().reap(pid));
    }

    /** The control: descriptors that are not closed are seen. */
    private static void isSeen() throws IOException {
        long before = descriptors();
        List<FileInputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < BATCH; i++) {
                open.add(new FileInputStream(TRUE.toFile()));
            }
            if (descriptors() < before + GROWTH) {
                throw new Powerless(Message.of("engine.control.spared"));
            }
        } finally {
            for (FileInputStream one : open) {
                one.close();
            }
        }
    }

    private static void staysBelow(LongSupplier count, long limit, String observed, int children) {
        long end = System.nanoTime() + SETTLE_NANOS;
        long pause = TimeUnit.MILLISECONDS.toNanos(1);
        while (count.getAsLong() >= limit) {
            if (System.nanoTime() > end) {
                throw new Violation(Evidence.of(
                                Message.of("reaper.leaks.expected", BATCH * (WARM_UP + BATCHES)),
                                Message.of(observed, count.getAsLong(), children))
                        .hinting(Message.of(observed + ".try")));
            }
            // seldom: each look makes garbage, and a collection closes what the submission has left open
            LockSupport.parkNanos(pause);
            pause *= 2;
        }
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        } catch (IOException e) {
            throw new Powerless(Message.of("engine.children.unseen"));
        }
    }

    private static long threads() {
        return Threads.alive().stream().filter(Thread::isAlive).count();
    }

    private static long zombies() {
        return ProcessHandle.current()
                .children()
                .filter(child -> Running.isZombie(child.pid()))
                .count();
    }
}
