package racecourse.checks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thread's way through the code of a submission that was loaded as {@link Subject#tracked}. It can be held before any
 * single step, as a scheduler may hold it; a wait of it can end for no reason, as the language and the library allow;
 * and its waits are noted. Threads without a track run as ever.
 */
public final class Track {
    private static final ThreadLocal<@Nullable Track> CURRENT = new ThreadLocal<>();

    private final List<Wait> waits = new ArrayList<>();
    private final @Nullable Gate gate;
    private final int holdAt;
    private int spurious;
    private int steps;

    private Track(@Nullable Gate gate, int holdAt, int spurious) {
        this.gate = gate;
        this.holdAt = holdAt;
        this.spurious = spurious;
    }

    /**
     * A wait that the thread has begun.
     *
     * @param call how it reads
     * @param stack where
     */
    public record Wait(String call, List<StackTraceElement> stack) {}

    /**
     * Makes a track on which a thread is held before one of its steps.
     *
     * @param gate where it is held
     * @param step which step, from 1; what it does before the first is nothing that others could see
     * @return the track
     */
    public static Track heldAt(Gate gate, int step) {
        return new Track(gate, step, 0);
    }

    /**
     * Makes a track on which the first few waits for a signal end at once, without one.
     *
     * @param times how many
     * @return the track
     */
    public static Track wokenForNothing(int times) {
        return new Track(null, 0, times);
    }

    /** Makes a track that only notes waits. */
    public static Track noting() {
        return new Track(null, 0, 0);
    }

    /**
     * Lets a call be made on this track.
     *
     * @param call the call
     * @return the same call, tracked on whichever thread makes it
     */
    public Call over(Call call) {
        return () -> {
            CURRENT.set(this);
            try {
                return call.make();
            } finally {
                CURRENT.remove();
            }
        };
    }

    /** Returns the waits so far. */
    public List<Wait> waits() {
        synchronized (waits) {
            return List.copyOf(waits);
        }
    }

    /** Called by changed classes before every step that others could see or be seen by. */
    public static void step() {
        Track track = CURRENT.get();
        if (track == null) {
            Steps.taken();
            return;
        }
        track.steps++;
        if (track.steps == track.holdAt && track.gate != null) {
            track.gate.pass();
        }
    }

    /** Returns the same function with a step before it. */
    public static <A, B, R> @Nullable BiFunction<A, B, R> stepping(@Nullable BiFunction<A, B, R> function) {
        return function == null
                ? null
                : (a, b) -> {
                    step();
                    return function.apply(a, b);
                };
    }

    /** Notes a wait; returns whether it is to end for no reason. */
    private static boolean begins(String call, boolean untimed) {
        Track track = CURRENT.get();
        if (track == null) {
            return false;
        }
        synchronized (track.waits) {
            track.waits.add(new Wait(call, List.of(Thread.currentThread().getStackTrace())));
        }
        if (untimed && track.spurious > 0) {
            track.spurious--;
            return true;
        }
        return false;
    }

    /** A condition of the submission's own making may not know how to wait for a time. */
    private static boolean isOfTheJdk(Condition condition) {
        return !Subject.owns(condition.getClass().getName());
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is the submission's affair, here and below
    public static void await(Condition condition) throws InterruptedException {
        if (begins("Condition.await()", isOfTheJdk(condition))) {
            condition.awaitNanos(1);
        } else {
            condition.await();
        }
    }

    @SuppressWarnings("WaitNotInLoop")
    public static void awaitUninterruptibly(Condition condition) {
        if (begins("Condition.awaitUninterruptibly()", isOfTheJdk(condition))) {
            try {
                condition.awaitNanos(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            condition.awaitUninterruptibly();
        }
    }

    public static boolean await(Condition condition, long time, TimeUnit unit) throws InterruptedException {
        if (time > 0) {
            begins("Condition.await(" + time + ", " + unit + ")", false);
        }
        return Impatience.await(condition, time, unit);
    }

    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        if (nanos > 0) {
            begins("Condition.awaitNanos(" + nanos + ")", false);
        }
        return Impatience.awaitNanos(condition, nanos);
    }

    @SuppressWarnings({"WaitNotInLoop", "NotifyWait"})
    public static void wait(Object monitor) throws InterruptedException {
        if (begins("Object.wait()", true)) {
            monitor.wait(1);
        } else {
            monitor.wait();
        }
    }

    public static void wait(Object monitor, long millis) throws InterruptedException {
        begins("Object.wait(" + millis + ")", millis == 0);
        Impatience.wait(monitor, millis);
    }

    public static void park() {
        if (!begins("LockSupport.park()", true)) {
            LockSupport.park();
        }
    }

    public static void park(Object blocker) {
        if (!begins("LockSupport.park()", true)) {
            LockSupport.park(blocker);
        }
    }

    public static void parkNanos(long nanos) {
        begins("LockSupport.parkNanos(" + nanos + ")", false);
        LockSupport.parkNanos(nanos);
    }

    public static void parkNanos(Object blocker, long nanos) {
        begins("LockSupport.parkNanos(" + nanos + ")", false);
        LockSupport.parkNanos(blocker, nanos);
    }

    public static void sleep(long millis) throws InterruptedException {
        begins("Thread.sleep(" + millis + ")", false);
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    /** A permit that is there is no wait. */
    public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit) throws InterruptedException {
        boolean acquired = Impatience.tryAcquire(semaphore, time, unit);
        if (!acquired && time > 0) {
            begins("Semaphore.tryAcquire(" + time + ", " + unit + ")", false);
        }
        return acquired;
    }
}
