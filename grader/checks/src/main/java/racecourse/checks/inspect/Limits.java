package racecourse.checks.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Limits that pass while the thread lives, and limits that are longer than the life of anybody. */
final class Limits {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LONGER = Duration.ofMillis(100);
    private static final List<Duration> EXACT = List.of(
            Duration.ofNanos(1),
            Duration.ofNanos(499_999),
            Duration.ofNanos(999_999),
            Duration.ofMillis(1),
            Duration.ofNanos(1_000_001),
            Duration.ofNanos(1_999_999),
            Duration.ofMillis(20));

    /** Where a call that waits a millisecond, and sleeps a little longer than that, is still too early. */
    private static final List<Duration> BETWEEN = List.of(Duration.ofNanos(1_450_000), Duration.ofNanos(1_950_000));

    private static final int TIMES = 12;

    /** Each of them too large for something: nanoseconds, milliseconds, an int, or a deadline in any of these. */
    private static final List<Duration> LARGEST = List.of(
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MAX_VALUE / 1000 + 1),
            Duration.ofMillis(Long.MAX_VALUE).plusNanos(999_999),
            Duration.ofMillis(Long.MAX_VALUE),
            Duration.ofMillis(Long.MAX_VALUE - 1000),
            Duration.ofNanos(Long.MAX_VALUE).plusNanos(1),
            Duration.ofNanos(Long.MAX_VALUE),
            Duration.ofMillis((1L << 32) + 1),
            Duration.ofMillis(1L + Integer.MAX_VALUE));

    private Limits() {}

    /** What a call returned, and after how long. */
    private record Waited(boolean answer, long nanos) {}

    static Outcome areKept(Subject subject) {
        PlantedJoiners.control(joiner -> isKept(joiner, Duration.ofMillis(3)), PlantedJoiners::looks);
        Joiner joiner = Asking.of(subject).inspector()::joinFor;
        EXACT.forEach(limit -> isKept(joiner, limit));
        for (int i = 0; i < TIMES; i++) {
            BETWEEN.forEach(limit -> isKept(joiner, limit));
        }
        return new Outcome.Clean();
    }

    /** The thread lives on: the answer is false, the limit has passed by then, and not much more. */
    static void isKept(Joiner joiner, Duration limit) {
        Message expected = Message.of("inspect.limit.expected", text(limit));
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            Actor actor = scene.start("A", () -> {
                long begin = System.nanoTime();
                boolean answer = joiner.joinFor(living.thread(), limit);
                return new Waited(answer, System.nanoTime() - begin);
            });
            mustEnd(actor, scene, living, limit, "inspect.limit.late");
            if (actor.thrown() != null) {
                throw Scene.threw(expected, actor.thrown());
            }
            if (!(actor.result() instanceof Waited waited) || waited.answer()) {
                throw new Violation(Evidence.of(expected, Message.of("inspect.limit.true")));
            }
            if (waited.nanos() < limit.toNanos()) {
                throw new Violation(
                        Evidence.of(expected, Message.of("inspect.limit.early", text(Duration.ofNanos(waited.nanos()))))
                                .hinting(Message.of("inspect.limit.try")));
            }
        }
    }

    /** Wake-ups without a reason make the wait no longer: {@code limit} is the time of the whole. */
    static Outcome endTheWaitOfOneWhoIsWokenInVain(Subject subject) {
        Joiner joiner = Asking.of(subject).inspector()::joinFor;
        try (Scene scene = new Scene();
                Living living = Living.start();
                Nuisance nuisance = new Nuisance(living)) {
            nuisance.begin();
            Actor actor = scene.start("A", () -> joiner.joinFor(living.thread(), LONGER));
            mustEnd(actor, scene, living, LONGER, "inspect.limit.late-notified");
        }
        return new Outcome.Clean();
    }

    private static void mustEnd(Actor actor, Scene scene, Living living, Duration limit, String observed) {
        Call control = () -> PlantedJoiners.waits(living.thread(), limit);
        if (HeldUp.isHeldUp(actor, scene.gate(), HeldUp.LATE, control)) {
            List<StackTraceElement> stack = List.of(actor.thread().getStackTrace());
            // so that it is not left behind
            actor.interrupt();
            throw new Violation(Evidence.of(
                            Message.of("inspect.limit.expected", text(limit)),
                            Message.of(observed, HeldUp.LATE.toMillis()))
                    .at(Threads.innermost(stack, null))
                    .hinting(Message.of("inspect.limit.try-late")));
        }
    }

    /** Notifies those who wait for a thread, again and again. */
    private static final class Nuisance implements AutoCloseable {
        /** Rare enough to let a thread be seen at rest, often enough to come before any limit. */
        private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

        private static final long FAILSAFE_NANOS = TimeUnit.SECONDS.toNanos(8);

        private final Thread thread;
        private volatile boolean over;

        Nuisance(Living living) {
            thread = new Thread(
                    () -> {
                        long end = System.nanoTime() + FAILSAFE_NANOS;
                        while (!over && System.nanoTime() < end) {
                            living.notifyInVain();
                            LockSupport.parkNanos(EVERY_NANOS);
                        }
                    },
                    "nuisance");
            thread.setDaemon(true);
        }

        void begin() {
            thread.start();
        }

        @Override
        public void close() {
            over = true;
            LockSupport.unpark(thread);
        }
    }

    /** With a limit that nobody lives to see the call waits until the thread ends. */
    static Outcome mayBeTheLargest(Subject subject) {
        Joiner joiner = Asking.of(subject).inspector()::joinFor;
        List<Actor> actors = new ArrayList<>();
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            for (Duration limit : LARGEST) {
                actors.add(scene.start(text(limit), () -> joiner.joinFor(living.thread(), limit)));
            }
            // when one that began last rests, the others have had as long
            actors.get(actors.size() - 1).settle(scene.gate(), LIMIT);
            for (int i = 0; i < actors.size(); i++) {
                if (actors.get(i).hasEnded()) {
                    throw tooEarly(actors.get(i), LARGEST.get(i));
                }
            }
            living.end();
            for (Actor actor : actors) {
                // that it is not woken now is another check's affair
                actor.awaitEnd(SOON);
                actor.interrupt();
                if (actor.hasEnded() && actor.thrown() instanceof RuntimeException) {
                    throw Scene.threw(
                            Message.of("inspect.largest.expected", text(LARGEST.get(actors.indexOf(actor)))),
                            actor.thrown());
                }
            }
        }
        return new Outcome.Clean();
    }

    private static Violation tooEarly(Actor actor, Duration limit) {
        Message expected = Message.of("inspect.largest.expected", text(limit));
        if (actor.thrown() != null) {
            return Scene.threw(expected, actor.thrown());
        }
        return new Violation(Evidence.of(expected, Message.of("inspect.largest.early", String.valueOf(actor.result())))
                .hinting(Message.of("inspect.largest.try")));
    }

    /** A duration as its reader would write it. */
    static String text(Duration limit) {
        boolean small = limit.compareTo(Duration.ofSeconds(1)) < 0 && !limit.isNegative();
        return small ? limit.toNanos() / 1e6 + " ms" : limit.toString();
    }
}
