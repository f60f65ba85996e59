package racecourse.checks.inspect;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Limits that have passed before they begin, and threads that have not begun: nobody waits. */
final class Looks {
    private static final int TRIALS = 3;
    private static final List<Duration> NONE = List.of(
            Duration.ZERO, Duration.ofNanos(-1), Duration.ofMillis(-1), Duration.ofSeconds(-1), Duration.ofDays(-365));
    private static final List<Duration> EARLIEST = List.of(
            Duration.ofSeconds(Long.MIN_VALUE),
            Duration.ofMillis(Long.MIN_VALUE),
            Duration.ofNanos(Long.MIN_VALUE),
            Duration.ofMillis(-(1L << 32) + 5));
    private static final List<Duration> SOME =
            List.of(Duration.ofNanos(1), Duration.ofMillis(3), Duration.ofSeconds(10));

    private final Joiner joiner;

    private Looks(Subject subject) {
        this.joiner = Asking.of(subject).inspector()::joinFor;
    }

    /** Zero or less only looks, and does not see an interrupt. */
    static Outcome only(Subject subject) {
        Looks looks = new Looks(subject);
        NONE.forEach(limit -> looks.both(limit, false));
        NONE.forEach(limit -> looks.both(limit, true));
        for (Living.Doing doing : Living.Doing.values()) {
            try (Living living = Living.start(doing)) {
                looks.look(living, living.thread(), Duration.ZERO, false);
            }
        }
        return new Outcome.Clean();
    }

    /** The same with limits that are less than a long of something can hold. */
    static Outcome howeverLongAgo(Subject subject) {
        Looks looks = new Looks(subject);
        try {
            looks.both(Duration.ofSeconds(-1), false);
        } catch (Violation e) {
            // a fault with limits of any size is another check's affair
            return new Outcome.Clean();
        }
        EARLIEST.forEach(limit -> looks.both(limit, false));
        return new Outcome.Clean();
    }

    private void both(Duration limit, boolean interrupted) {
        try (Living living = Living.start()) {
            look(living, living.thread(), limit, interrupted);
        }
        look(null, Living.ended(), limit, interrupted);
    }

    private void look(@Nullable Living living, Thread thread, Duration limit, boolean interrupted) {
        Message expected = Message.of("inspect.looks.expected", Limits.text(limit));
        boolean due = living == null;
        Actor actor = ask(thread, limit, interrupted, expected, "inspect.looks.waited");
        if (actor.thrown() instanceof InterruptedException) {
            throw violation(expected, Message.of("inspect.looks.threw"), actor.thrown());
        }
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        if (!Boolean.valueOf(due).equals(actor.result())) {
            throw violation(expected, Message.of("inspect.looks.observed", String.valueOf(actor.result()), due), null);
        }
        if (interrupted && !actor.interruptedAtEnd()) {
            throw violation(expected, Message.of("inspect.looks.flag"), null);
        }
    }

    /** Makes a call that has no need to wait, on a thread that is still there, or not yet, when it returns. */
    private Actor ask(Thread thread, Duration limit, boolean interrupted, Message expected, String waited) {
        for (int trial = 1; ; trial++) {
            try (Scene scene = new Scene()) {
                Actor actor = scene.start("A", () -> {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    return joiner.joinFor(thread, limit);
                });
                if (!HeldUp.isHeldUp(actor, scene.gate(), HeldUp.SOON, thread::isAlive)) {
                    return actor;
                }
                List<StackTraceElement> stack = List.of(actor.thread().getStackTrace());
                // so that it is not left behind
                actor.interrupt();
                if (trial == TRIALS) {
                    throw new Violation(Evidence.of(expected, Message.of(waited, TRIALS))
                            .at(Threads.innermost(stack, null))
                            .hinting(Message.of("inspect.looks.try")));
                }
            }
        }
    }

    /** A thread that was not started is refused, whatever the limit, and does not count as alive. */
    static Outcome atWhatWasNotStarted(Subject subject) {
        Looks looks = new Looks(subject);
        for (Duration limit : NONE) {
            looks.refused(limit, false);
            looks.refused(limit, true);
        }
        SOME.forEach(limit -> looks.refused(limit, false));
        return new Outcome.Clean();
    }

    private void refused(Duration limit, boolean interrupted) {
        Message expected = Message.of("inspect.unstarted.expected", Limits.text(limit));
        Actor actor = ask(Living.unstarted(), limit, interrupted, expected, "inspect.unstarted.waited");
        if (actor.thrown() instanceof IllegalArgumentException) {
            return;
        }
        if (actor.thrown() instanceof InterruptedException) {
            throw violation(expected, Message.of("engine.threw", actor.thrown()), actor.thrown());
        }
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        throw violation(expected, Message.of("inspect.join.returned", String.valueOf(actor.result())), null);
    }

    private static Violation violation(Message expected, Message observed, @Nullable Throwable thrown) {
        Evidence evidence = Evidence.of(expected, observed);
        return new Violation(
                thrown == null ? evidence : evidence.at(Threads.innermost(List.of(thrown.getStackTrace()), null)));
    }

    static Outcome aliveCountLeavesItOut(Subject subject) {
        Asking asking = Asking.of(subject);
        try (Living living = Living.start()) {
            try {
                asking.counts(Counts.listed(Living.ended()), 0);
                asking.counts(Counts.listed(living.thread(), living.thread()), 2);
            } catch (Violation e) {
                // a fault with threads that were started is another check's affair
                return new Outcome.Clean();
            }
            asking.counts(Counts.listed(Living.unstarted()), 0);
            asking.counts(Counts.listed(living.thread(), Living.unstarted(), Living.unstarted()), 1);
        }
        return new Outcome.Clean();
    }
}
