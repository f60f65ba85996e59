package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Many producers and consumers at once on a small queue: all arrives, once, in order, and nobody is left behind. */
final class Crowds {
    /** Enough to meet in every way there is, and done in a moment. */
    private static final int ITEMS = 900;

    /** A crowd that is slower than that is left alone: what it would have shown is luck anyway. */
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1200);

    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private static final List<Shape> SHAPES = List.of(
            new Shape(2, 2, 1, false),
            new Shape(1, 3, 1, false),
            new Shape(3, 1, 1, false),
            new Shape(2, 2, 2, true),
            new Shape(3, 1, 2, true),
            new Shape(1, 3, 3, true));

    /**
     * A crowd.
     *
     * @param barging whether everybody tries first without waiting
     */
    private record Shape(int producers, int consumers, int capacity, boolean barging) {
        int itemsOfOne() {
            return ITEMS / producers;
        }

        int itemsForOne() {
            return ITEMS / consumers;
        }

        @Override
        public String toString() {
            return producers + " producers and " + consumers + " consumers";
        }
    }

    private final Shape shape;
    private final Channel queue;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger putsEnded = new AtomicInteger();
    private final AtomicInteger getsBegun = new AtomicInteger();
    private final AtomicInteger getsEnded = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Passage[] passages = new Passage[ITEMS];
    private final AtomicInteger strays = new AtomicInteger();

    /** When an item was put and when it was taken; each is written by one thread, and read when all have ended. */
    private static final class Passage {
        long putBegin;
        long putEnd;
        long getBegin;
        long getEnd;
        final AtomicInteger taken = new AtomicInteger();
    }

    /** Whether all came through in the time there is. */
    private boolean complete = true;

    private Crowds(Channel.Maker maker, Shape shape) {
        this.shape = shape;
        this.queue = Stage.make(maker, shape.capacity());
        Arrays.setAll(passages, i -> new Passage());
    }

    /**
     * Lets crowds loose and looks whether everybody gets home.
     *
     * @param maker makes the queues
     * @throws Violation if it is proven that somebody never does
     */
    static void allGetHome(Channel.Maker maker) {
        SHAPES.forEach(shape -> new Crowds(maker, shape).run());
    }

    /**
     * Lets crowds loose and looks at what they passed on.
     *
     * @param maker makes the queues
     * @throws Violation if something was lost, doubled, reordered, or too much of it was in the queue
     */
    static void passEverythingOn(Channel.Maker maker) {
        for (Shape shape : SHAPES) {
            Crowds crowd = new Crowds(maker, shape);
            @Nullable Throwable thrown;
            try {
                thrown = crowd.run();
            } catch (Violation e) {
                // who never gets home is another check's affair
                return;
            }
            if (thrown != null && Channel.isRefusal(thrown)) {
                return;
            }
            if (thrown != null) {
                throw Scene.threw(Message.of("queue.calls-return"), thrown);
            }
            if (crowd.complete) {
                crowd.judge();
            }
        }
    }

    /** Returns what somebody threw. */
    private @Nullable Throwable run() {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            CountDownLatch go = new CountDownLatch(1);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < shape.producers(); i++) {
                int first = i * shape.itemsOfOne();
                actors.add(scene.start("producer-" + (i + 1), Call.of(() -> {
                    go.await();
                    produce(first);
                })));
            }
            for (int i = 0; i < shape.consumers(); i++) {
                actors.add(scene.start("consumer-" + (i + 1), Call.of(() -> {
                    go.await();
                    consume();
                })));
            }
            go.countDown();
            try {
                return watch(scene, actors);
            } finally {
                actors.stream().filter(actor -> !actor.hasEnded()).forEach(Actor::interrupt);
            }
        }
    }

    /** As long as items come through, nobody is stuck; how fast they come is no matter. */
    private @Nullable Throwable watch(Scene scene, List<Actor> actors) {
        Message expected = Message.of("queue.crowd.ends", shape, ITEMS, shape.capacity());
        long begin = System.nanoTime();
        for (Actor actor : actors) {
            while (!actor.hasEnded()) {
                int before = progress();
                Standstill.awaitOrProve(
                        scene,
                        () -> actor.hasEnded() || progress() != before || thrown(actors) != null,
                        () -> actor,
                        expected);
                if (thrown(actors) != null) {
                    return thrown(actors);
                }
                if (System.nanoTime() - begin > LIMIT_NANOS) {
                    complete = false;
                    return null;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return thrown(actors);
    }

    private int progress() {
        return putsEnded.get() + getsEnded.get();
    }

    private static @Nullable Throwable thrown(List<Actor> actors) {
        return actors.stream()
                .map(Actor::thrown)
                .filter(thrown -> thrown != null)
                .findFirst()
                .orElse(null);
    }

    private void produce(int first) throws Throwable {
        for (int item = first; item < first + shape.itemsOfOne(); item++) {
            Passage passage = passages[item];
            passage.putBegin = clock.getAndIncrement();
            if (!shape.barging() || !queue.putNoWait(item)) {
                queue.put(item);
            }
            passage.putEnd = clock.getAndIncrement();
            int ended = putsEnded.incrementAndGet();
            // what has gone in for certain, less what may have come out
            most.accumulateAndGet(ended - getsBegun.get(), Math::max);
        }
    }

    private void consume() throws Throwable {
        for (int i = 0; i < shape.itemsForOne(); i++) {
            getsBegun.incrementAndGet();
            long begin = clock.getAndIncrement();
            Object item = shape.barging() ? queue.getNoWait() : Channel.REFUSED;
            if (item == Channel.REFUSED) {
                item = queue.get();
            }
            long end = clock.getAndIncrement();
            getsEnded.incrementAndGet();
            if (item instanceof Integer number && number >= 0 && number < ITEMS) {
                Passage passage = passages[number];
                if (passage.taken.getAndIncrement() == 0) {
                    passage.getBegin = begin;
                    passage.getEnd = end;
                }
            } else {
                strays.incrementAndGet();
            }
        }
    }

    private void judge() {
        Map<String, Integer> counts = new HashMap<>();
        for (Passage passage : passages) {
            int taken = passage.taken.get();
            counts.merge(taken == 0 ? "lost" : taken > 1 ? "doubled" : "right", 1, Integer::sum);
        }
        int lost = counts.getOrDefault("lost", 0);
        int doubled = counts.getOrDefault("doubled", 0);
        if (lost > 0 || doubled > 0 || strays.get() > 0) {
            throw wrong(Message.of("queue.crowd.lost", lost, doubled, strays.get()));
        }
        if (most.get() > shape.capacity()) {
            throw wrong(Message.of("queue.crowd.too-many", most.get()));
        }
        int[] pair = overtaken();
        if (pair.length > 0) {
            throw wrong(Message.of("queue.crowd.overtaken", pair[0], pair[1]));
        }
    }

    /** Returns two items of which the first had been put before the second, and taken after it; none if all is in order. */
    private int[] overtaken() {
        List<Integer> byPut = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            byPut.add(i);
        }
        byPut.sort(Comparator.comparingLong(item -> passages[item].putBegin));
        // the item taken first of all those that were put from here on
        int[] firstTaken = new int[ITEMS];
        for (int i = ITEMS - 1; i >= 0; i--) {
            int item = byPut.get(i);
            boolean earlier = i == ITEMS - 1 || passages[item].getEnd < passages[firstTaken[i + 1]].getEnd;
            firstTaken[i] = earlier ? item : firstTaken[i + 1];
        }
        int later = 0;
        List<Integer> byPutEnd = new ArrayList<>(byPut);
        byPutEnd.sort(Comparator.comparingLong(item -> passages[item].putEnd));
        for (int item : byPutEnd) {
            while (later < ITEMS && passages[byPut.get(later)].putBegin < passages[item].putEnd) {
                later++;
            }
            if (later < ITEMS && passages[firstTaken[later]].getEnd < passages[item].getBegin) {
                return new int[] {item, firstTaken[later]};
            }
        }
        return new int[0];
    }

    private Violation wrong(Message observed) {
        return new Violation(Evidence.of(Message.of("queue.crowd.expected", shape, ITEMS, shape.capacity()), observed)
                .hinting(Message.of("queue.disorder.try")));
    }
}
