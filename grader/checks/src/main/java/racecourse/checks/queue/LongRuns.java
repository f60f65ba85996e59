package racecourse.checks.queue;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * What only many messages show: counters that run out, answers that are found by recursion. A queue that needs long for
 * each message is right too: a run ends when its time is over, with what it has seen until then.
 */
final class LongRuns {
    private static final Message RETURNS = Message.of("queue.calls-return");

    private static final long TIME_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    /** More than 16 bits count, through a ring whose places are not a power of two. */
    private static final int MESSAGES = 70_000;

    private static final int NARROW = 7;

    /** Messages in it at once: more than a stack has frames. */
    private static final int WIDE = 100_003;

    private LongRuns() {}

    /**
     * Sends many messages through a narrow queue and fills a wide one.
     *
     * @param maker makes the queues
     * @throws Violation if a message is not the next
     */
    static void keepTheOrder(Channel.Maker maker) {
        Scene.value(RETURNS, () -> {
            through(maker.make(NARROW));
            return "";
        });
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor filling = scene.startOnSmallStack("A", () -> {
                fill(maker.make(WIDE));
                return "";
            });
            scene.awaitEnd(filling, RETURNS);
            Throwable thrown = filling.thrown();
            if (thrown != null) {
                throw Scene.threw(RETURNS, thrown);
            }
        }
    }

    private static void through(Channel queue) throws Throwable {
        long end = System.nanoTime() + TIME_NANOS;
        int waiting = NARROW / 2;
        for (int sent = 0; sent < MESSAGES && System.nanoTime() < end; sent++) {
            if (!queue.putNoWait(sent)) {
                throw wrong(sent, Message.of("queue.long.refused", NARROW, waiting));
            }
            if (sent >= waiting) {
                next(queue, sent - waiting, sent);
            }
        }
    }

    private static void fill(Channel queue) throws Throwable {
        long end = System.nanoTime() + TIME_NANOS;
        int sent = 0;
        while (sent < WIDE && System.nanoTime() < end) {
            if (!queue.putNoWait(sent)) {
                throw wrong(sent, Message.of("queue.long.refused", WIDE, sent));
            }
            sent++;
        }
        int size = queue.size();
        if (size != sent) {
            throw wrong(sent, Message.of("queue.long.size", size, sent));
        }
        end = System.nanoTime() + TIME_NANOS;
        for (int due = 0; due < sent && System.nanoTime() < end; due++) {
            next(queue, due, sent);
        }
    }

    private static void next(Channel queue, int due, int sent) throws Throwable {
        @Nullable Object item = queue.getNoWait();
        if (!Integer.valueOf(due).equals(item)) {
            throw wrong(sent, Message.of("queue.long.next", String.valueOf(item), due));
        }
    }

    private static Violation wrong(int sent, Message observed) {
        return new Violation(Evidence.of(Message.of("queue.long.expected"), observed)
                .because(Message.of("queue.long.why", sent))
                .hinting(Message.of("queue.long.try")));
    }
}
