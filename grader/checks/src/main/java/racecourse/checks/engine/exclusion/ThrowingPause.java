package racecourse.checks.engine.exclusion;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Lets the pause throw: the very object reaches the caller, nothing has changed, and the mutex is free. */
public final class ThrowingPause {
    private ThrowingPause() {}

    /** A checked exception, which {@code Pause} does not declare and which comes all the same. */
    private static final class CheckedProblem extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Neither an exception nor an error. */
    private static final class BareProblem extends Throwable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Throws one of each kind, with nobody waiting and with somebody waiting.
     *
     * @param maker makes the sections
     * @throws Violation if something else comes out, the number has changed, or the mutex is not free
     */
    public static void passesThrough(Section.Maker maker) {
        for (Throwable problem : List.of(
                new IllegalStateException("the pause failed"),
                new AssertionError("the pause failed"),
                new CheckedProblem(),
                new BareProblem(),
                new InterruptedException("the pause failed"),
                new IOException("the pause failed"))) {
            throwing(maker, problem, false);
            throwing(maker, problem, true);
        }
    }

    private static void throwing(Section.Maker maker, Throwable problem, boolean contended) {
        AtomicReference<@Nullable Throwable> due = new AtomicReference<>(problem);
        try (Trial trial = new Trial(maker, gate -> () -> {
            gate.pause();
            Throwable now = due.getAndSet(null);
            if (now != null) {
                throw ThrowingPause.<RuntimeException>sneaky(now);
            }
        })) {
            Actor inside = trial.takeAndHold("A");
            @Nullable Actor waiting = null;
            if (contended) {
                waiting = trial.take("B");
                if (!Exclusion.waits(trial, waiting)) {
                    return;
                }
            }
            trial.finish(inside);
            sameObject(maker, problem, inside.thrown());
            int done = 0;
            if (waiting != null) {
                trial.gate().release(waiting);
                trial.scene().awaitEnd(waiting, Message.of("engine.throwing.free", maker.take()));
                done++;
            }
            unchanged(maker, trial.left(), done, problem);
            // the same thread could enter again what it has not left, so another one tries, then one more
            for (String name : List.of("C", "D")) {
                Actor next = trial.take(name);
                trial.gate().release(next);
                trial.scene().awaitEnd(next, Message.of("engine.throwing.free", maker.take()));
                if (next.thrown() != null) {
                    throw Scene.threw(Message.of("engine.throwing.free", maker.take()), next.thrown());
                }
                done++;
            }
            unchanged(maker, trial.left(), done, problem);
            if (contended) {
                // somebody waited before; what was given back once too often lets in two now
                Actor holder = trial.takeAndHold("E");
                Exclusion.mustWait(trial, maker, holder, trial.take("F"));
            }
        }
        againOnTheSameThread(maker, problem);
    }

    /** Two takes of one thread, the first of which fails: a semaphore given back too often or never shows. */
    private static void againOnTheSameThread(Section.Maker maker, Throwable problem) {
        AtomicReference<@Nullable Throwable> due = new AtomicReference<>(problem);
        Section section = Trial.make(maker, Trial.START, () -> {
            Throwable now = due.getAndSet(null);
            if (now != null) {
                throw ThrowingPause.<RuntimeException>sneaky(now);
            }
        });
        Message expected = Message.of("engine.throwing.free", maker.take());
        Actor actor = Scene.call("A", expected, Call.of(() -> {
            try {
                section.take();
            } catch (Throwable e) {
                sameObject(maker, problem, e);
            }
            section.take();
        }));
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
    }

    private static void sameObject(Section.Maker maker, Throwable problem, @Nullable Throwable thrown) {
        if (thrown == problem) {
            return;
        }
        Message expected = Message.of("engine.throwing.expected", maker.take(), kind(problem));
        if (thrown == null) {
            throw new Violation(Evidence.of(expected, Message.of("engine.throwing.swallowed", maker.take()))
                    .hinting(Message.of("engine.throwing.try")));
        }
        throw new Violation(Evidence.of(expected, Message.of("engine.throwing.other", thrown))
                .at(Threads.innermost(List.of(thrown.getStackTrace()), null))
                .hinting(Message.of("engine.throwing.try")));
    }

    private static void unchanged(Section.Maker maker, int left, int takes, Throwable problem) {
        if (left != Trial.START - takes) {
            throw new Violation(Evidence.of(
                            Message.of(
                                    "engine.throwing.unchanged",
                                    maker.left(),
                                    Trial.START - takes,
                                    maker.take(),
                                    kind(problem)),
                            Message.of("engine.count.observed", maker.left(), left))
                    .hinting(Message.of("engine.throwing.try")));
        }
    }

    private static String kind(Throwable problem) {
        return problem.getClass().getSimpleName();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaky(Throwable problem) throws T {
        throw (T) problem;
    }
}
