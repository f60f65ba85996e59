package racecourse.checks.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A place where threads are held as if they waited for another thread, so that a proof of an endless wait may count
 * them: what a stream is to its writer while its reader does not read. A {@link Gate} is for what ends by itself. An
 * interrupt neither frees a held thread nor gets lost.
 */
public final class Hold implements AutoCloseable {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private int held;
    private int permits;
    private boolean open;
    private List<StackTraceElement> last = List.of();

    /** Waits here until let go. */
    public void pass() {
        Thread thread = Thread.currentThread();
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        boolean interrupted = false;
        synchronized (this) {
            last = stack;
            held++;
            while (!open && permits == 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            permits -= open ? 0 : 1;
            held--;
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** Lets one thread go that is held now. */
    public synchronized void release() {
        permits++;
        notifyAll();
    }

    /** Lets everybody go, from now on. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Returns whether a thread is held here that was not let go. */
    public synchronized boolean holds() {
        return !open && held > permits;
    }

    /** Returns where the thread came from that was held last. */
    public synchronized List<StackTraceElement> last() {
        return last;
    }

    /**
     * Waits until a thread is held here, or an actor has ended without.
     *
     * @param actor whose doing it would be
     * @return whether one is held
     */
    public boolean awaitHeld(Actor actor) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!holds() && !actor.hasEnded() && System.nanoTime() < end) {
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        return holds();
    }

    @Override
    public void close() {
        open();
    }
}
