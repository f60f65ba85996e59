package racecourse.checks.queue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Calls that never wait, one after the other: they refuse when full or empty, and only then, and that harms nobody. */
final class Refusals {
    private static final Message RETURNS = Message.of("queue.calls-return");

    /** Small ones are tried anyway; numbers up to 127 are special to those who box them, a thousand is nothing special. */
    private static final List<Integer> CAPACITIES = List.of(127, 128, 1000);

    private Refusals() {}

    /**
     * Fills queues with much room to the brim, and beyond.
     *
     * @param maker makes the queues
     * @throws Violation if one refuses before it is full, or does not when it is
     */
    static void atTheBrim(Channel.Maker maker) {
        for (int capacity : CAPACITIES) {
            Scene.value(RETURNS, () -> {
                Channel queue = maker.make(capacity);
                for (int i = 0; i < capacity; i++) {
                    is(true, "queue.accepts.room", capacity, i, queue.putNoWait(i));
                }
                is(false, "queue.refuses.full", capacity, capacity, queue.putNoWait(capacity));
                if (!queue.isFull()) {
                    throw new Violation(Evidence.of(
                            Message.of("queue.answer.expected", "isFull()", true),
                            Message.of("queue.brim.observed", "isFull()", false, capacity, capacity)));
                }
                return queue;
            });
        }
    }

    private static void is(boolean due, String expected, int capacity, int held, boolean accepted) {
        if (accepted != due) {
            throw new Violation(Evidence.of(
                    Message.of(expected),
                    Message.of(
                            "queue.brim.observed", "putNoWait(…)", accepted ? "accepted" : "refused", capacity, held)));
        }
    }

    /**
     * Calls with the interrupt flag set, which is no reason to refuse.
     *
     * @param maker makes the queues
     * @throws Violation if it is one
     */
    static void notForAnInterrupt(Channel.Maker maker) {
        interrupted(maker, Op.putNoWait(11), "queue.accepts.room");
        interrupted(maker, Op.getNoWait(), "queue.gives");
    }

    private static void interrupted(Channel.Maker maker, Op op, String expected) {
        Channel queue = Stage.make(maker, 2);
        Scene.value(RETURNS, () -> queue.putNoWait(1));
        Object result = Scene.value(RETURNS, () -> {
            Thread.currentThread().interrupt();
            try {
                return Objects.requireNonNull(op.on(queue));
            } catch (InterruptedException e) {
                // which it cannot declare: another check's affair
                return true;
            }
        });
        if (result == Channel.REFUSED) {
            throw new Violation(Evidence.of(Message.of(expected), Message.of("queue.refusal.interrupted", op))
                    .hinting(Message.of("queue.refusal.interrupted.try")));
        }
    }

    /**
     * Makes a call that is refused, and others on other threads afterwards.
     *
     * @param maker makes the queues
     * @throws Violation if one of those never returns
     */
    static void harmNobody(Channel.Maker maker) {
        after(maker, 1, Op.putNoWait(11), Op.getNoWait());
        after(maker, 0, Op.getNoWait(), Op.putNoWait(11));
    }

    private static void after(Channel.Maker maker, int held, Op refused, Op next) {
        Message expected = Message.of("queue.refusal.expected", refused);
        Channel queue = Stage.make(maker, 1);
        for (int i = 0; i < held; i++) {
            Scene.value(RETURNS, () -> queue.putNoWait(1));
        }
        Scene.value(RETURNS, () -> {
            @Nullable Object result = refused.on(queue);
            return result == null ? false : result;
        });
        try {
            Scene.value(expected, queue::size);
            Scene.value(expected, () -> {
                @Nullable Object result = next.on(queue);
                return result == null ? false : result;
            });
        } catch (Violation e) {
            throw new Violation(e.evidence().hinting(Message.of("queue.refusal.try")));
        }
    }

    /** Returns whether what goes wrong after a refusal is the refusal's doing. */
    static boolean harm(Channel.Maker maker) {
        try {
            harmNobody(maker);
            return false;
        } catch (Violation e) {
            return true;
        }
    }
}
