package racecourse.checks.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Track;

/** The controls: a ready-made queue, which a lab may not use and a trial must spare, and what is wrong in one way each. */
final class PlantedQueues {
    private static final Map<Integer, Lock> SHARED = new ConcurrentHashMap<>();

    private PlantedQueues() {}

    static Channel right(int capacity) {
        return new Right(capacity);
    }

    /** Wakes nobody. */
    static Channel deaf(int capacity) {
        return new Deaf(capacity);
    }

    /** Takes two numbers that are equal for different ones, above the first hundred or so. */
    static Channel neverFull(int capacity) {
        return new Right(capacity > Byte.MAX_VALUE ? capacity + 1 : capacity);
    }

    /** Refuses while there is a place left. */
    static Channel refusesTooEarly(int capacity) {
        return new Right(capacity) {
            @Override
            public boolean putNoWait(@Nullable Object item) {
                return size() < Math.max(1, capacity - 1) && super.putNoWait(item);
            }
        };
    }

    /** Counts its messages in 16 bits, and finds another in the place of the first that does not fit. */
    static Channel countsInShorts(int capacity) {
        return new Right(capacity) {
            private char taken;

            @Override
            public @Nullable Object getNoWait() {
                Object item = super.getNoWait();
                return ++taken == 0 ? "another" : item;
            }
        };
    }

    /** Refuses whoever comes with the interrupt flag set. */
    static Channel refusesTheInterrupted(int capacity) {
        return new Right(capacity) {
            @Override
            public boolean putNoWait(@Nullable Object item) {
                return !Thread.currentThread().isInterrupted() && super.putNoWait(item);
            }
        };
    }

    /** Keeps its lock when it has refused. */
    static Channel keepsItsLock(int capacity) {
        ReentrantLock lock = new ReentrantLock();
        return new Right(capacity) {
            @Override
            public boolean putNoWait(@Nullable Object item) {
                lock.lock();
                boolean accepted = super.putNoWait(item);
                if (accepted) {
                    lock.unlock();
                }
                return accepted;
            }

            @Override
            public int size() {
                lock.lock();
                try {
                    return super.size();
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    /** Looks at the interrupt flag before it looks for null. */
    static Channel interruptedFirst(int capacity) {
        return new Right(capacity) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                if (!Thread.interrupted()) {
                    super.put(item);
                }
            }
        };
    }

    /** Asks whether there is something, and then waits for it. */
    static Channel asksThenWaits(int capacity) {
        return new Right(capacity) {
            @Override
            public @Nullable Object getNoWait() {
                if (isEmpty()) {
                    return REFUSED;
                }
                Track.step();
                try {
                    return get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return REFUSED;
                }
            }
        };
    }

    /** Two tests, and what depends on them, without a lock. */
    static Channel unguarded(int capacity) {
        return new Right(capacity + 1) {
            @Override
            public boolean putNoWait(@Nullable Object item) {
                boolean room = queue.size() < capacity;
                Track.step();
                return room && queue.offer(item);
            }

            @Override
            public void put(@Nullable Object item) {
                putNoWait(item);
            }
        };
    }

    /** Answers with the difference of two numbers that it reads one after the other. */
    static Channel subtracts(int capacity) {
        AtomicInteger in = new AtomicInteger();
        AtomicInteger out = new AtomicInteger();
        return new Right(capacity) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                super.put(item);
                in.incrementAndGet();
            }

            @Override
            public @Nullable Object get() throws InterruptedException {
                Object item = super.get();
                out.incrementAndGet();
                return item;
            }

            @Override
            public int size() {
                int added = in.get();
                Track.step();
                return added - out.get();
            }
        };
    }

    /** Gives the place back before it takes the item. */
    static Channel roomFirst(int capacity) {
        Semaphore places = new Semaphore(capacity);
        return new Right(capacity + 1) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                places.acquire();
                super.put(item);
            }

            @Override
            public @Nullable Object get() throws InterruptedException {
                places.release();
                Track.step();
                return super.get();
            }
        };
    }

    /** An interrupted put takes an equal item of another one out of the line. */
    static Channel forgetsAnEqual(int capacity) {
        List<Object> line = new ArrayList<>();
        return new Right(capacity) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                synchronized (line) {
                    if (queue.offer(item)) {
                        return;
                    }
                    line.add(item);
                    try {
                        while (line.stream().anyMatch(one -> one == item) && !queue.offer(item)) {
                            line.wait();
                        }
                    } finally {
                        line.remove(item);
                        line.notifyAll();
                    }
                }
            }

            @Override
            public @Nullable Object get() throws InterruptedException {
                Object item = super.get();
                synchronized (line) {
                    line.notifyAll();
                }
                return item;
            }

            @Override
            public @Nullable Object getNoWait() {
                Object item = super.getNoWait();
                synchronized (line) {
                    line.notifyAll();
                }
                return item;
            }
        };
    }

    /** Two of the same capacity have one lock, and keep it while they wait. */
    static Channel shareLocks(int capacity) {
        Lock lock = SHARED.computeIfAbsent(capacity, size -> new ReentrantLock());
        return new Right(capacity) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                lock.lockInterruptibly();
                try {
                    super.put(item);
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    /** Tries for the lock again and again. */
    static Channel spins(int capacity) {
        AtomicBoolean taken = new AtomicBoolean();
        return new Right(capacity) {
            @Override
            public void put(@Nullable Object item) throws InterruptedException {
                take();
                try {
                    Track.step();
                    queue.offer(item);
                } finally {
                    taken.set(false);
                }
            }

            @Override
            public boolean putNoWait(@Nullable Object item) {
                take();
                try {
                    return super.putNoWait(item);
                } finally {
                    taken.set(false);
                }
            }

            private void take() {
                while (!taken.compareAndSet(false, true)) {
                    Thread.onSpinWait();
                }
            }
        };
    }

    private static class Right implements Channel {
        final BlockingQueue<Object> queue;
        private final int most;

        Right(int most) {
            this.queue = new ArrayBlockingQueue<>(most);
            this.most = most;
        }

        @Override
        public void put(@Nullable Object item) throws InterruptedException {
            queue.put(item);
        }

        @Override
        public @Nullable Object get() throws InterruptedException {
            return queue.take();
        }

        @Override
        public boolean putNoWait(@Nullable Object item) {
            return queue.offer(item);
        }

        @Override
        public @Nullable Object getNoWait() {
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
