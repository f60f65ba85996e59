package racecourse.checks.sharing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.memory.HeldThreads;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.sharing.MemoryExperiment;

/** What is demanded of the thread behind {@code afterThread}. */
final class ThreadTrials {
    private static final int INITIAL = 31_009;
    private static final int ASSIGNED = -52_021;
    private static final int CALLS = 25;

    /** More than somebody sleeps who does not wake up to look. */
    private static final int NAPS = 5;

    private static final long WATCHED_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);
    private static final Duration HEARD = Duration.ofSeconds(2);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(1);

    private ThreadTrials() {}

    /** So many calls have started at least so many threads; whatever else the JVM starts only adds to it. */
    static Outcome starts(Subject subject) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Message expected = Message.of("sharing.thread.starts");
        long[] started = new long[1];
        Scene.value(expected, () -> {
            MemoryExperiment experiment = Sharing.experiment(subject);
            long before = threads.getTotalStartedThreadCount();
            for (int i = 0; i < CALLS; i++) {
                experiment.afterThread(INITIAL, ASSIGNED + i);
            }
            started[0] = threads.getTotalStartedThreadCount() - before;
            return experiment;
        });
        if (started[0] < CALLS) {
            throw new Violation(Evidence.of(expected, Message.of("sharing.thread.too-few", CALLS, started[0]))
                    .hinting(Message.of("sharing.thread.try")));
        }
        return new Outcome.Clean();
    }

    /** The call waits for its thread, and the thread does the work. */
    static Outcome waits(Subject subject) throws Throwable {
        Message expected = Message.of("sharing.thread.waits");
        MemoryExperiment experiment = Sharing.experiment(HeldThreads.watched(subject));
        try (HeldThreads call = HeldThreads.of(() -> experiment.afterThread(INITIAL, ASSIGNED))) {
            if (call.awaitHeld()) {
                call.settle();
                if (call.actor().hasEnded() && call.actor().thrown() == null && !call.hides()) {
                    throw new Violation(Evidence.of(
                                    expected,
                                    Message.of(
                                            "sharing.thread.did-not-wait",
                                            String.valueOf(call.actor().result())))
                            .hinting(Message.of("sharing.thread.try")));
                }
            }
            if (call.awaitHeld()) {
                waitsIdly(call);
            }
            call.letGo();
            call.awaitEnd();
            @Nullable Throwable thrown = call.actor().thrown();
            if (thrown != null) {
                throw Scene.threw(expected, thrown);
            }
            if (call.idled()) {
                throw new Violation(Evidence.of(expected, Message.of("sharing.thread.idled"))
                        .hinting(Message.of("sharing.thread.try")));
            }
        }
        return new Outcome.Clean();
    }

    /** While its thread is held the call neither sleeps and looks again, nor runs in circles. */
    private static void waitsIdly(HeldThreads call) {
        Message expected = Message.of("sharing.thread.joins");
        Duration before = call.spent();
        long end = System.nanoTime() + WATCHED_NANOS;
        // each nap is seen when it begins and when it is over
        while (!call.actor().hasEnded()
                && (call.naps() > 0 || call.settle() == Actor.Rest.SPINNING)
                && System.nanoTime() < end) {
            if (call.naps() >= 2 * NAPS) {
                throw new Violation(Evidence.of(expected, Message.of("sharing.thread.naps", NAPS))
                        .hinting(Message.of("sharing.thread.joins.try")));
            }
            Duration spent = call.spent().minus(before);
            if (spent.compareTo(NO_PROGRESS) > 0) {
                throw new Violation(Evidence.of(expected, Message.of("sharing.thread.spins", NO_PROGRESS.toMillis()))
                        .hinting(Message.of("sharing.thread.joins.try")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** A call on one object goes on while the thread of another object's call is held. */
    static Outcome apart(Subject subject) throws Throwable {
        Message expected = Message.of("sharing.independent.expected");
        Subject watched = HeldThreads.watched(subject);
        MemoryExperiment experiment = Sharing.experiment(watched);
        MemoryExperiment second = Sharing.experiment(watched);
        try (HeldThreads call = HeldThreads.of(() -> experiment.afterThread(INITIAL, ASSIGNED))) {
            if (!call.awaitHeld() || call.settle() == Actor.Rest.ENDED) {
                return new Outcome.Powerless(Message.of("sharing.thread.never-waits"));
            }
            Actor other = call.beside(() -> second.afterThread(INITIAL, ASSIGNED - 1));
            boolean ended = other.awaitEnd(HEARD);
            boolean waits = !ended && waitsFor(other.thread(), call.actor().thread());
            List<Place> where = other.isAt();
            call.letGo();
            call.awaitEnd();
            if (!other.awaitEnd(HEARD)) {
                return new Outcome.Powerless(Message.of("engine.time-ran-out", other.name()));
            }
            if (other.thrown() != null) {
                throw Scene.threw(expected, other.thrown());
            }
            if (waits) {
                throw ProcessTrials.Apart.met(Message.of("sharing.independent.waits", "afterThread"), where);
            }
            if (!ended) {
                return new Outcome.Powerless(Message.of("engine.time-ran-out", other.name()));
            }
            if (!Integer.valueOf(ASSIGNED - 1).equals(other.result())
                    || !Integer.valueOf(ASSIGNED).equals(call.actor().result())) {
                throw ProcessTrials.Apart.met(
                        Message.of(
                                "sharing.independent.mixed",
                                ASSIGNED,
                                String.valueOf(call.actor().result()),
                                ASSIGNED - 1,
                                String.valueOf(other.result())),
                        List.of());
            }
        }
        return new Outcome.Clean();
    }

    /** Whether a thread waits for a lock that another one holds: to be slow is something else. */
    private static boolean waitsFor(Thread waiting, Thread holding) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(waiting.getId());
        return info != null && info.getLockOwnerId() == holding.getId();
    }

    /** Interrupted while its thread has not done its work yet, the call throws. */
    static Outcome interrupted(Subject subject) throws Throwable {
        Message expected = Message.of("sharing.thread.interrupted");
        MemoryExperiment experiment = Sharing.experiment(HeldThreads.watched(subject));
        try (HeldThreads call = HeldThreads.of(() -> experiment.afterThread(INITIAL, ASSIGNED))) {
            if (!call.awaitHeld() || call.settle() == Actor.Rest.ENDED) {
                return new Outcome.Powerless(Message.of("sharing.thread.never-waits"));
            }
            long end = System.nanoTime() + WATCHED_NANOS;
            while (!call.actor().waits() && System.nanoTime() < end) {
                call.settle();
            }
            boolean heard = call.actor().waits() && call.actor().interruptHeard(HEARD);
            if (call.settle() != Actor.Rest.ENDED) {
                call.letGo();
            }
            call.awaitEnd();
            @Nullable Throwable thrown = call.actor().thrown();
            if (thrown == null && !heard) {
                return new Outcome.Powerless(Message.of("sharing.thread.never-waits"));
            }
            if (thrown == null) {
                throw new Violation(Evidence.of(
                                expected,
                                Message.of(
                                        "sharing.thread.not-interrupted",
                                        String.valueOf(call.actor().result())))
                        .hinting(Message.of("sharing.thread.interrupted.try")));
            }
            if (!(thrown instanceof InterruptedException)) {
                throw Scene.threw(expected, thrown);
            }
        }
        return new Outcome.Clean();
    }
}
