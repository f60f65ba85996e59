package racecourse.checks.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The controls: a ready-made queue, which a lab may not use and a trial must spare, and one that wakes nobody. */
final class PlantedQueues {
    private PlantedQueues() {}

    static Channel right(int capacity) {
        return new Right(new ArrayBlockingQueue<>(capacity), capacity);
    }

    static Channel deaf(int capacity) {
        return new Deaf(capacity);
    }

    private record Right(BlockingQueue<Object> queue, int most) implements Channel {
        @Override
        public void put(@Nullable Object item) throws InterruptedException {
            queue.put(item);
        }

        @Override
        public Object get() throws InterruptedException {
            return queue.take();
        }

        @Override
        public boolean putNoWait(@Nullable Object item) {
            return queue.offer(item);
        }

        @Override
        public Object getNoWait() {
            Object item = queue.poll();
            return item == null ? REFUSED : item;
        }

        @Override
        public boolean isFull() {
            return queue.remainingCapacity() == 0;
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }

        @Override
        public int size() {
            return queue.size();
        }

        @Override
        public int capacity() {
            return most;
        }
    }

    /** Who finds it full or empty waits for ever. */
    private static final class Deaf implements Channel {
        private final Deque<Object> items = new ArrayDeque<>();
        private final int most;

        Deaf(int most) {
            this.most = most;
        }

        @Override
        public void put(@Nullable Object item) throws InterruptedException {
            if (!putNoWait(item)) {
                new CountDownLatch(1).await();
            }
        }

        @Override
        public Object get() throws InterruptedException {
            Object item = getNoWait();
            if (item == REFUSED) {
                new CountDownLatch(1).await();
            }
            return item;
        }

        @Override
        public synchronized boolean putNoWait(@Nullable Object item) {
            return item != null && items.size() < most && items.add(item);
        }

        @Override
        public synchronized Object getNoWait() {
            Object item = items.poll();
            return item == null ? REFUSED : item;
        }

        @Override
        public synchronized boolean isFull() {
            return items.size() == most;
        }

        @Override
        public synchronized boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public synchronized int size() {
            return items.size();
        }

        @Override
        public int capacity() {
            return most;
        }
    }
}
