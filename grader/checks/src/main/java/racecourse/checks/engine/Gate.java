package racecourse.checks.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place in the middle of a submission's work where threads are held: what a check gives as {@code Pause}, or calls
 * from a store. Closed at first; a thread that comes is held until it, or everybody, is let go. An interrupt neither
 * frees a held thread nor gets lost.
 */
public final class Gate {
    /** A held thread is let go after this time whatever happens, so that no mistake of a check lasts for ever. */
    private static final long FAILSAFE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<Thread> coming = ConcurrentHashMap.newKeySet();
    private final Set<Thread> held = new HashSet<>();
    private final Set<Thread> free = new HashSet<>();
    private boolean open;

    /**
     * One thread's coming to the gate.
     *
     * @param actor who came, {@code null} for a thread that is no actor
     * @param thread its thread
     * @param stack where it came from
     */
    public record Arrival(@Nullable Actor actor, Thread thread, List<StackTraceElement> stack) {}

    /** Passes the gate; waits while it is closed for this thread. */
    public void pass() {
        Thread thread = Thread.currentThread();
        coming.add(thread);
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        boolean interrupted = false;
        synchronized (this) {
            arrivals.add(new Arrival(Actor.current(), thread, stack));
            held.add(thread);
            coming.remove(thread);
            notifyAll();
            long end = System.nanoTime() + FAILSAFE_NANOS;
            while (!open && !free.contains(thread) && System.nanoTime() < end) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            held.remove(thread);
            notifyAll();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    /** Lets one actor pass, now or when it comes. */
    public void release(Actor actor) {
        release(actor.thread());
    }

    /** Lets one thread pass, now or when it comes, and from then on. */
    public synchronized void release(Thread thread) {
        free.add(thread);
        notifyAll();
    }

    /** Lets everybody pass from now on. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Returns whether an actor is held here now. */
    public boolean holds(Actor actor) {
        return holds(actor.thread());
    }

    /** Returns whether a thread is held here now. */
    public synchronized boolean holds(Thread thread) {
        return !open && held.contains(thread) && !free.contains(thread);
    }

    /**
     * Returns whether a thread has come here and is not held yet, or has been let go and has not gone on yet: it seems to
     * wait, and does not.
     */
    public synchronized boolean isPassing(Thread thread) {
        return coming.contains(thread) || (held.contains(thread) && (open || free.contains(thread)));
    }

    /** Returns who has come so far, in order. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }
}
