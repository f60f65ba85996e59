package racecourse.checks.engine.locks;

import java.util.stream.Stream;

/** Counters that are right in ways that a rule may stumble over. */
final class UnusualCounters {
    private UnusualCounters() {}

    static Stream<String> all() {
        return Stream.of(
                HELD_FLAG,
                TRY_THEN_LOCK,
                GUARD_OBJECT,
                FUNCTIONAL,
                HELPER_RELEASES,
                OWN_LOCK,
                OWN_PARKING_LOCK,
                CONVERTED_STAMP,
                EXCEPTION_KEPT,
                LOCK_SUBCLASS,
                FAST_FLAG,
                FENCE,
                CELL_BEHIND_VOLATILE,
                TWO_PERMITS_AT_ONCE,
                CONDITION_BUSY,
                LOCK_IN_LIST,
                HOLD_COUNT,
                LAZY_HOLDER,
                REENTRANT_HELPER,
                HAND_OVER_HAND,
                FLAG_IN_OBJECT,
                LOCK_OF_SUPPLIER,
                ITERATOR_OF_ONE,
                UNDO_WITHIN,
                ASKS_FOR_NULL,
                SWITCHES_AND_ASSERTS,
                RECORD_HELPERS,
                BACKS_OFF_THEN_WAITS);
    }

    private static final String HELD_FLAG = """
            private int number; private final Lock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                boolean held = false;
                try { lock.lock(); held = true; int n = number; pause.pause(); number = n - 1; }
                finally { if (held) lock.unlock(); }
            }
            public int value() { lock.lock(); try { return number; } finally { lock.unlock(); } }
            """;
    private static final String TRY_THEN_LOCK = """
            private int number; private final ReentrantLock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                boolean interrupted = false;
                boolean held = lock.tryLock();
                while (!held) {
                    try { held = lock.tryLock(50, TimeUnit.MILLISECONDS); }
                    catch (InterruptedException e) { interrupted = true; }
                }
                try { int n = number; pause.pause(); number = n - 1; }
                finally { lock.unlock(); if (interrupted) Thread.currentThread().interrupt(); }
            }
            public int value() { if (!lock.tryLock()) lock.lock(); try { return number; } finally { lock.unlock(); } }
            """;
    private static final String GUARD_OBJECT = """
            private int number;
            private static final class Guard implements AutoCloseable {
                private final Lock lock;
                Guard(Lock lock) { this.lock = lock; lock.lock(); }
                @Override public void close() { lock.unlock(); }
            }
            private final Lock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() { try (Guard g = new Guard(lock)) { int n = number; pause.pause(); number = n - 1; } }
            public int value() { lock.lock(); try (var g = release()) { return number; } }
            private interface Quiet extends AutoCloseable { @Override void close(); }
            private Quiet release() { return lock::unlock; }
            """;
    private static final String FUNCTIONAL = """
            private int number; private final Object monitor = new Object();
            private void start(int initial) { locked(() -> number = initial); }
            public void decrement() { locked(() -> { int n = number; pause.pause(); return number = n - 1; }); }
            public int value() { return locked(() -> number); }
            private <T> T locked(Supplier<T> work) { synchronized (monitor) { return work.get(); } }
            """;
    private static final String HELPER_RELEASES = """
            private int number; private final Semaphore one = new Semaphore(1, true);
            private void start(int initial) { number = initial; }
            private void enter() { one.acquireUninterruptibly(); }
            private int leave(int result) { one.release(); return result; }
            public void decrement() {
                enter();
                try { int n = number; pause.pause(); number = n - 1; } finally { leave(0); }
            }
            public int value() { enter(); int n = number; return leave(n); }
            """;
    private static final String OWN_LOCK = """
            private int number; private final Mutex mutex = new Mutex();
            static final class Mutex {
                private Thread owner;
                synchronized void lock() {
                    boolean interrupted = false;
                    while (owner != null) { try { wait(); } catch (InterruptedException e) { interrupted = true; } }
                    owner = Thread.currentThread();
                    if (interrupted) owner.interrupt();
                }
                synchronized void unlock() {
                    if (owner != Thread.currentThread()) throw new IllegalMonitorStateException();
                    owner = null; notify();
                }
            }
            private void start(int initial) { number = initial; }
            public void decrement() { mutex.lock(); try { int n = number; pause.pause(); number = n - 1; } finally { mutex.unlock(); } }
            public int value() { mutex.lock(); try { return number; } finally { mutex.unlock(); } }
            """;
    private static final String OWN_PARKING_LOCK = """
            private int number; private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
            private void start(int initial) { number = initial; }
            private void enter() {
                Thread me = Thread.currentThread(); waiting.add(me); boolean interrupted = false;
                while (waiting.peek() != me) { LockSupport.park(this); interrupted |= Thread.interrupted(); }
                if (interrupted) me.interrupt();
            }
            private void leave() { waiting.remove(); LockSupport.unpark(waiting.peek()); }
            public void decrement() { enter(); try { int n = number; pause.pause(); number = n - 1; } finally { leave(); } }
            public int value() { enter(); try { return number; } finally { leave(); } }
            """;
    private static final String CONVERTED_STAMP = """
            private int number; private final StampedLock lock = new StampedLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                long stamp = lock.tryOptimisticRead();
                long write = lock.tryConvertToWriteLock(stamp);
                if (write == 0L) write = lock.writeLock();
                try { int n = number; pause.pause(); number = n - 1; } finally { lock.unlock(write); }
            }
            public int value() {
                long stamp = lock.tryOptimisticRead();
                int n = number;
                if (!lock.validate(stamp)) { stamp = lock.readLock(); try { n = number; } finally { lock.unlockRead(stamp); } }
                return n;
            }
            """;
    private static final String EXCEPTION_KEPT = """
            private int number; private final ReentrantLock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                lock.lock();
                Throwable thrown = null;
                int n = number;
                try { pause.pause(); } catch (Throwable t) { thrown = t; }
                if (thrown == null) number = n - 1;
                lock.unlock();
                if (thrown != null) MutexCounter.<RuntimeException>sneak(thrown);
            }
            @SuppressWarnings("unchecked") private static <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }
            public int value() { lock.lock(); int n = number; lock.unlock(); return n; }
            """;
    private static final String LOCK_SUBCLASS = """
            private int number; private final Counted lock = new Counted();
            private static final class Counted extends ReentrantLock {
                private static final long serialVersionUID = 1;
                @Override public void lock() { super.lock(); }
                int under(IntSupplier work) { lock(); try { return work.getAsInt(); } finally { unlock(); } }
            }
            private void start(int initial) { number = initial; }
            public void decrement() { lock.under(() -> { int n = number; pause.pause(); number = n - 1; return 0; }); }
            public int value() { return lock.under(() -> number); }
            """;
    private static final String FAST_FLAG = """
            private volatile int number; private final Object lock = new Object(); private int calls;
            private void start(int initial) { number = initial; }
            public void decrement() {
                calls++;
                synchronized (lock) { int hint = number; int n = number; pause.pause(); if (hint == n) number = n - 1; else number = hint - 1; }
            }
            public int value() { return number; }
            """;
    private static final String FENCE = """
            private int number; private volatile boolean written; private final Object lock = new Object();
            private void start(int initial) { number = initial; written = true; }
            public void decrement() { synchronized (lock) { int n = number; pause.pause(); number = n - 1; written = true; } }
            public int value() { return written ? number : 0; }
            """;
    private static final String CELL_BEHIND_VOLATILE = """
            private static final class Cell { int content; Cell(int content) { this.content = content; } }
            private volatile Cell cell; private final Object lock = new Object();
            private void start(int initial) { cell = new Cell(initial); }
            public void decrement() { synchronized (lock) { Cell old = cell; int n = old.content; pause.pause(); Cell fresh = new Cell(0); fresh.content = n - 1; cell = fresh; } }
            public int value() { return cell.content; }
            """;
    private static final String TWO_PERMITS_AT_ONCE = """
            private int number; private final Semaphore two = new Semaphore(2);
            private void start(int initial) { number = initial; }
            public void decrement() { two.acquireUninterruptibly(2); try { int n = number; pause.pause(); number = n - 1; } finally { two.release(2); } }
            public int value() { two.acquireUninterruptibly(); try { return number; } finally { two.release(); } }
            """;
    private static final String CONDITION_BUSY = """
            private int number; private boolean busy; private final Lock lock = new ReentrantLock(); private final Condition free = lock.newCondition();
            private void start(int initial) { number = initial; }
            public void decrement() {
                int n;
                lock.lock(); try { while (busy) free.awaitUninterruptibly(); busy = true; n = number; } finally { lock.unlock(); }
                int after = n;
                try { pause.pause(); after = n - 1; }
                finally { lock.lock(); try { number = after; busy = false; free.signal(); } finally { lock.unlock(); } }
            }
            public int value() { lock.lock(); try { return number; } finally { lock.unlock(); } }
            """;
    private static final String LOCK_IN_LIST = """
            private int number; private final List<Lock> locks = new ArrayList<>(List.of(new ReentrantLock()));
            private void start(int initial) { number = initial; }
            public void decrement() { locks.get(0).lock(); try { int n = number; pause.pause(); number = n - 1; } finally { locks.get(0).unlock(); } }
            public int value() { Lock lock = locks.get(0); lock.lock(); try { return number; } finally { lock.unlock(); } }
            """;
    private static final String HOLD_COUNT = """
            private int number; private final ReentrantLock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() { try { lock.lock(); lock.lock(); int n = number; pause.pause(); number = n - 1; } finally { while (lock.isHeldByCurrentThread()) lock.unlock(); } }
            public int value() { try { lock.lock(); return number; } finally { for (int i = lock.getHoldCount(); i > 0; i--) lock.unlock(); } }
            """;
    private static final String LAZY_HOLDER = """
            private int number; private Lock lock;
            private void start(int initial) { number = initial; lock = make(); }
            private static Lock make() { return new ReentrantLock(true); }
            private synchronized Lock lock() { if (lock == null) lock = make(); return lock; }
            public void decrement() { Lock mine = lock(); mine.lock(); try { int n = number; pause.pause(); number = n - 1; } finally { mine.unlock(); } }
            public int value() { lock().lock(); try { return number; } finally { lock().unlock(); } }
            """;
    private static final String REENTRANT_HELPER = """
            private int number; private final ReadWriteLock rw = new ReentrantReadWriteLock();
            private final Lock reads = rw.readLock(); private final Lock writes = rw.writeLock();
            private void start(int initial) { number = initial; }
            public void decrement() { writes.lock(); try { int n = value(); pause.pause(); set(n - 1); } finally { writes.unlock(); } }
            private void set(int n) { writes.lock(); try { number = n; } finally { writes.unlock(); } }
            public int value() { reads.lock(); try { return number; } finally { reads.unlock(); } }
            """;
    private static final String HAND_OVER_HAND = """
            private int number; private final Lock door = new ReentrantLock(); private final Lock room = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                door.lock();
                room.lock();
                door.unlock();
                try { int n = number; pause.pause(); number = n - 1; } finally { room.unlock(); }
            }
            public int value() { room.lock(); try { return number; } finally { room.unlock(); } }
            """;
    private static final String FLAG_IN_OBJECT = """
            private int number; private final Semaphore one = new Semaphore(1);
            private static final class Interrupts implements AutoCloseable {
                private boolean seen;
                void acquire(Semaphore s) { while (true) { try { s.acquire(); return; } catch (InterruptedException e) { seen = true; } } }
                @Override public void close() { if (seen) Thread.currentThread().interrupt(); }
            }
            private void start(int initial) { number = initial; }
            public void decrement() {
                try (Interrupts interrupts = new Interrupts()) {
                    interrupts.acquire(one);
                    try { int n = number; pause.pause(); number = n - 1; } finally { one.release(); }
                }
            }
            public int value() { one.acquireUninterruptibly(); try { return number; } finally { one.release(); } }
            """;
    private static final String LOCK_OF_SUPPLIER = """
            private int number; private final Supplier<Lock> locks; { Lock only = new ReentrantLock(); locks = () -> only; }
            private void start(int initial) { number = initial; }
            public void decrement() { locks.get().lock(); try { int n = number; pause.pause(); number = n - 1; } finally { locks.get().unlock(); } }
            public int value() { locks.get().lock(); try { return number; } finally { locks.get().unlock(); } }
            """;
    private static final String ITERATOR_OF_ONE = """
            private final int[] number = new int[1]; private final Object lock = number;
            private void start(int initial) { synchronized (number) { number[0] = initial; } }
            public void decrement() { synchronized (lock) { for (int i = 0; i < number.length; i++) { int n = number[i]; pause.pause(); number[i] = n - 1; } } }
            public int value() { synchronized (number) { return number[0]; } }
            """;
    private static final String ASKS_FOR_NULL = """
            private int number; private final Object lock = new Object();
            private void start(int initial) { number = initial; }
            public void decrement() { synchronized (lock) { int n = number; if (pause != null) pause.pause(); number = n - 1; } }
            public int value() { synchronized (lock) { return number; } }
            """;
    private static final String SWITCHES_AND_ASSERTS = """
            private int number; private final ReentrantLock lock = new ReentrantLock();
            private enum Way { READ, WRITE }
            private void start(int initial) { number = initial; }
            private int go(Way way) {
                lock.lock();
                try {
                    assert lock.isHeldByCurrentThread() : "not held";
                    return switch (way) { case READ -> number; case WRITE -> { int n = number; pause.pause(); yield number = n - 1; } };
                } finally { assert lock.getHoldCount() > 0; lock.unlock(); }
            }
            public void decrement() { go(Way.WRITE); }
            public int value() { return go(Way.READ); }
            """;
    private static final String RECORD_HELPERS = """
            private record Guarded(Lock lock, int[] cell) {
                int with(IntUnaryOperator change) { lock.lock(); try { return cell[0] = change.applyAsInt(cell[0]); } finally { lock.unlock(); } }
            }
            private final Guarded guarded = new Guarded(new ReentrantLock(), new int[1]);
            private void start(int initial) { guarded.with(n -> initial); }
            private int slowly(int n) { pause.pause(); return n - 1; }
            public void decrement() { guarded.with(this::slowly); }
            public int value() { return guarded.with(IntUnaryOperator.identity()); }
            """;
    private static final String BACKS_OFF_THEN_WAITS = """
            private int number; private final ReentrantLock lock = new ReentrantLock();
            private void start(int initial) { number = initial; }
            public void decrement() {
                boolean held = false;
                for (int i = 0; i < 100 && !held; i++) { held = lock.tryLock(); if (!held) Thread.onSpinWait(); }
                if (!held) lock.lock();
                try { int n = number; pause.pause(); number = n - 1; } finally { lock.unlock(); }
            }
            public int value() { lock.lock(); try { return number; } finally { lock.unlock(); } }
            """;
    private static final String UNDO_WITHIN = """
            private int number;
            private void start(int initial) { number = initial; }
            public synchronized void decrement() {
                int n = number;
                boolean done = false;
                try { pause.pause(); number = n - 1; done = true; } finally { if (!done) number = n; }
            }
            public synchronized int value() { return number; }
            """;
}
