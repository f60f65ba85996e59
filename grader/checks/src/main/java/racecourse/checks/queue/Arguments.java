package racecourse.checks.queue;

import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Gives a queue what it has to refuse. */
final class Arguments {
    private Arguments() {}

    /**
     * Puts null into a queue with room, and into a full one.
     *
     * @param maker makes the queues
     * @throws Violation if it does anything but throw, or waits, or has changed
     */
    static void nullIsRefused(Channel.Maker maker) {
        for (int held = 0; held <= 1; held++) {
            Channel queue = Stage.make(maker, 1);
            if (held == 1) {
                Scene.value(Message.of("queue.calls-return"), Call.of(() -> queue.put("item")));
            }
            String where = held == 0 ? " into an empty queue" : " into a full queue";
            NullArguments.refused("put(null)" + where, Call.of(() -> queue.put(null)));
            NullArguments.refused("putNoWait(null)" + where, Call.of(() -> refusing(queue)));
            NullArguments.refused("put(null)" + where + ", with the interrupt flag set", Call.of(() -> {
                Thread.currentThread().interrupt();
                queue.put(null);
            }));
            int size = (Integer) Scene.value(Message.of("queue.calls-return"), queue::size);
            if (size != held) {
                throw new Violation(
                        Evidence.of(Message.of("queue.size.quiet", held), Message.of("queue.size.quiet.observed", size))
                                .hinting(Message.of("engine.null.try")));
            }
        }
    }

    /** That it was refused for want of room is not the right answer. */
    private static void refusing(Channel queue) throws Throwable {
        if (!queue.putNoWait(null)) {
            throw new Violation(
                    Evidence.of(Message.of("engine.null.expected", "putNoWait(null)"), Message.of("queue.null.full"))
                            .hinting(Message.of("engine.null.try")));
        }
    }

    /**
     * Asks for queues that hold nothing.
     *
     * @param maker makes the queues
     * @throws Violation if one is made, or another exception comes
     */
    static void capacityBelowOneIsRefused(Channel.Maker maker) {
        for (int capacity : new int[] {0, -1, Integer.MIN_VALUE}) {
            Message expected = Message.of("queue.capacity.expected", capacity);
            Actor actor = Scene.call("A", expected, () -> maker.make(capacity));
            @Nullable Throwable thrown = actor.thrown();
            if (thrown instanceof IllegalArgumentException) {
                continue;
            }
            if (thrown != null) {
                throw Scene.threw(expected, thrown);
            }
            throw new Violation(Evidence.of(expected, Message.of("queue.capacity.accepted", capacity))
                    .hinting(Message.of("queue.capacity.try")));
        }
    }
}
