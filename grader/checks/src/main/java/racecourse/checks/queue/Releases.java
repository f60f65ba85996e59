package racecourse.checks.queue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * What has been taken out can be collected. Items are made and taken on threads that have ended by then, so that nothing
 * but the queue can hold them; the control shows that this is so.
 */
final class Releases {
    private static final int COLLECTIONS = 6;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int BYTES = 64;

    private Releases() {}

    /** A few calls after which some items are taken. */
    @FunctionalInterface
    private interface Use {
        void of(Queue queue);
    }

    /** A queue whose items nobody else remembers. */
    private static final class Queue {
        private final Channel channel;
        private final List<WeakReference<Object>> items = new ArrayList<>();
        private volatile boolean refused;

        Queue(Channel channel) {
            this.channel = channel;
        }

        void put(boolean noWait) {
            call(Call.of(() -> {
                Object item = new byte[BYTES];
                synchronized (items) {
                    items.add(new WeakReference<>(item));
                }
                if (noWait) {
                    channel.putNoWait(item);
                } else {
                    channel.put(item);
                }
            }));
        }

        void take(boolean noWait) {
            call(Call.of(() -> {
                Object item = noWait ? channel.getNoWait() : channel.get();
                // that is another check's affair
                refused |= item == Channel.REFUSED;
            }));
        }

        private static void call(Call call) {
            Message expected = Message.of("queue.calls-return");
            Actor actor = Scene.call("A", expected, call);
            if (actor.thrown() != null) {
                throw Scene.threw(expected, actor.thrown());
            }
        }

        /** A getter waits, and an item is put under its nose. */
        void hand() {
            try (Scene scene = new Scene()) {
                scene.gate().open();
                Actor waiting = scene.start("G", Call.of(() -> channel.get()));
                if (waiting.settle(scene.gate(), Duration.ofSeconds(2)) == Actor.Rest.ENDED) {
                    // as above
                    refused = true;
                    return;
                }
                put(false);
                Standstill.awaitOrProve(scene, waiting::hasEnded, () -> waiting, Message.of("queue.calls-return"));
            }
        }

        /** Returns how many of the items taken so far are still there; those that are left in the queue are the last. */
        int kept(int left) {
            int taken = items.size() - left;
            int kept = refused ? 0 : taken;
            for (int i = 0; i < COLLECTIONS && kept > 0; i++) {
                System.gc();
                kept = 0;
                for (WeakReference<Object> item : items.subList(0, taken)) {
                    kept += item.refersTo(null) ? 0 : 1;
                }
                if (kept > 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            return kept;
        }
    }

    /**
     * Takes items in several ways.
     *
     * @param maker makes the queues
     * @throws Violation if one that was taken is still reachable
     */
    static void whatIsTaken(Channel.Maker maker) {
        List<Queue> queues = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        List<String> stories = new ArrayList<>();
        use(maker, queues, left, stories, "one put, one taken", 0, queue -> {
            queue.put(false);
            queue.take(false);
        });
        use(maker, queues, left, stories, "all put, all taken, one more", 0, queue -> {
            fill(queue);
            empty(queue);
            queue.put(false);
            queue.take(false);
        });
        use(maker, queues, left, stories, "two put, one taken", 1, queue -> {
            queue.put(false);
            queue.put(false);
            queue.take(false);
        });
        use(maker, queues, left, stories, "all put, one taken, one more put", 3, queue -> {
            fill(queue);
            queue.take(false);
            queue.put(false);
        });
        use(maker, queues, left, stories, "one handed to a waiting thread", 0, Queue::hand);
        use(maker, queues, left, stories, "put and taken without waiting", 1, queue -> {
            queue.put(true);
            queue.put(true);
            queue.put(true);
            queue.take(true);
            queue.take(true);
        });
        for (int i = 0; i < queues.size(); i++) {
            int kept = queues.get(i).kept(left.get(i));
            if (kept > 0) {
                throw new Violation(Evidence.of(
                                Message.of("queue.releases.expected"),
                                Message.of("queue.releases.observed", kept, stories.get(i)))
                        .hinting(Message.of("queue.releases.try")));
            }
        }
    }

    private static void use(
            Channel.Maker maker,
            List<Queue> queues,
            List<Integer> left,
            List<String> stories,
            String story,
            int leaves,
            Use use) {
        Queue queue = new Queue(Stage.make(maker, 3));
        use.of(queue);
        queues.add(queue);
        left.add(leaves);
        stories.add(story);
    }

    private static void fill(Queue queue) {
        for (int i = 0; i < 3; i++) {
            queue.put(false);
        }
    }

    private static void empty(Queue queue) {
        for (int i = 0; i < 3; i++) {
            queue.take(false);
        }
    }
}
