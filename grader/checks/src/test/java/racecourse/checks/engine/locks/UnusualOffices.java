package racecourse.checks.engine.locks;

import java.util.stream.Stream;

/** Offices that are right in ways that a rule may stumble over. */
final class UnusualOffices {
    private UnusualOffices() {}

    private static final String SEARCH = """
            @Override public int search() { int left = store.read(); if (left < 0) throw new IllegalStateException(); return left; }
            """;

    static Stream<String> all() {
        return Stream.of(
                        LOOKS_AGAIN,
                        THROWS_WHEN_INTERRUPTED,
                        RETRIES_ACQUIRE,
                        SOLD_OUT_EARLY,
                        WORK_AS_OBJECT,
                        NESTED_LOCKS)
                .map(members -> members + SEARCH);
    }

    private static final String LOOKS_AGAIN = """
            private final ReentrantLock lock = new ReentrantLock();
            @Override public boolean buy(String passenger) {
                Objects.requireNonNull(passenger);
                lock.lock();
                int left = 0;
                try {
                    left = search();
                    if (left == 0) return false;
                    pause.pause();
                    if (store.read() != left) throw new AssertionError("somebody else sells");
                    store.write(left - 1);
                    return true;
                } finally { lock.unlock(); }
            }
            """;
    private static final String THROWS_WHEN_INTERRUPTED = """
            private final Semaphore one = new Semaphore(1);
            @Override public boolean buy(String passenger) {
                Objects.requireNonNull(passenger);
                try { one.acquire(); }
                catch (InterruptedException e) { Thread.currentThread().interrupt(); throw new CancellationException(); }
                try { int left = search(); if (left == 0) return false; pause.pause(); store.write(left - 1); return true; }
                finally { one.release(); }
            }
            """;
    private static final String RETRIES_ACQUIRE = """
            private final Lock lock = new ReentrantLock();
            private boolean tried() throws InterruptedException { return lock.tryLock(20, TimeUnit.MILLISECONDS); }
            @Override public boolean buy(String passenger) {
                if (passenger == null) throw new NullPointerException();
                boolean interrupted = false; boolean sold = false; boolean held = false;
                try {
                    while (!held) { try { held = tried(); } catch (InterruptedException e) { interrupted = true; } }
                    int left = search();
                    if (left > 0) { pause.pause(); store.write(left - 1); sold = true; }
                } finally {
                    if (held) lock.unlock();
                    if (interrupted) Thread.currentThread().interrupt();
                }
                return sold;
            }
            """;
    private static final String SOLD_OUT_EARLY = """
            private final Object lock = new Object();
            @Override public boolean buy(String passenger) {
                Objects.requireNonNull(passenger);
                if (search() == 0) return false;
                synchronized (lock) { int left = search(); if (left == 0) return false; pause.pause(); store.write(left - 1); return true; }
            }
            """;
    private static final String WORK_AS_OBJECT = """
            private final Lock lock = new ReentrantLock();
            private final class Sale implements Callable<Boolean> {
                private boolean sold;
                @Override public Boolean call() { int left = search(); if (left > 0) { pause.pause(); store.write(left - 1); sold = true; } return sold; }
            }
            private <T> T exclusively(Callable<T> work) {
                lock.lock();
                try { return work.call(); }
                catch (RuntimeException | Error e) { throw e; }
                catch (Exception e) { throw ThreadTicketOffice.<RuntimeException>sneak(e); }
                finally { lock.unlock(); }
            }
            @SuppressWarnings("unchecked") private static <T extends Throwable> RuntimeException sneak(Throwable t) throws T { throw (T) t; }
            @Override public boolean buy(String passenger) { Objects.requireNonNull(passenger); return exclusively(new Sale()); }
            """;
    private static final String NESTED_LOCKS = """
            private final Lock outer = new ReentrantLock(true); private final Lock inner = new ReentrantLock();
            private final List<String> sold = new ArrayList<>();
            @Override public boolean buy(String passenger) {
                Objects.requireNonNull(passenger);
                outer.lock();
                try {
                    int left = search();
                    if (left == 0) return false;
                    pause.pause();
                    inner.lock();
                    try { store.write(left - 1); sold.add(passenger); } finally { inner.unlock(); }
                    return true;
                } finally { outer.unlock(); }
            }
            """;
}
