package racecourse.checks.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Place;

/** One thread of a {@link Scene}, which makes one call on the submission and is watched while it does. */
public final class Actor {
    /** How long a wait without time-out must have stood unchanged before it counts as waiting. */
    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(12);

    /** The same for a wait that may end by itself: many times what an impatient acquisition takes. */
    private static final long STEADY_TIMED_NANOS = TimeUnit.MILLISECONDS.toNanos(Impatience.LIMIT_MILLIS * 10);

    private static final long STEADY_BRIEFLY_NANOS = TimeUnit.MICROSECONDS.toNanos(800);
    private static final long SAMPLE_BRIEFLY_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

    /** CPU time within which a thread that wakes up and goes to sleep again counts as steady. */
    private static final long STIR_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** CPU time after which a thread that has not arrived anywhere counts as spinning. */
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private final String name;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Object result;
    private volatile @Nullable Throwable thrown;
    private volatile boolean interruptedAtEnd;

    /** Makes an actor; a stack of 0 bytes is the JVM's usual one. */
    Actor(String name, Call call, long stackBytes) {
        this.name = name;
        this.thread = new Body(this, call, stackBytes);
    }

    /** Where an actor has come to rest. */
    public enum Rest {
        /** Its call has ended. */
        ENDED,
        /** It is held at a gate. */
        HELD,
        /** It waits for another thread. */
        WAITING,
        /** It runs on and on without getting anywhere. */
        SPINNING,
        /** It did not come to rest in time. */
        RESTLESS
    }

    /** The thread of an actor. */
    static final class Body extends Thread {
        private final Actor actor;
        private final Call call;

        Body(Actor actor, Call call, long stackBytes) {
            super(null, null, actor.name, stackBytes);
            setDaemon(true);
            this.actor = actor;
            this.call = call;
        }

        @Override
        public void run() {
            try {
                actor.result = call.make();
            } catch (Throwable e) {
                actor.thrown = e;
            } finally {
                actor.interruptedAtEnd = Thread.currentThread().isInterrupted();
                actor.ended.countDown();
            }
        }
    }

    void start() {
        thread.start();
    }

    /** Returns the actor whose thread is running, or {@code null} on any other thread. */
    static @Nullable Actor current() {
        return Thread.currentThread() instanceof Body body ? body.actor : null;
    }

    /** Returns the name, as in evidence. */
    public String name() {
        return name;
    }

    /** Returns the thread. */
    public Thread thread() {
        return thread;
    }

    /** Returns the line of the submission at which it is now, or nothing. */
    public List<Place> isAt() {
        return Threads.isAt(thread, name);
    }

    /** Interrupts the thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * Interrupts the thread and waits until it has taken notice: its call has ended or has cleared the flag, runs in
     * circles, or waits for a monitor, which no interrupt disturbs. A thread that only has not had its turn yet may still
     * be woken by what it waits for, as if it had not been interrupted.
     *
     * @param limit how long at most
     * @return whether it has
     */
    public boolean interruptHeard(Duration limit) {
        long begin = System.nanoTime();
        long cpu = Threads.cpuNanos(thread);
        interrupt();
        while (System.nanoTime() - begin < limit.toNanos()) {
            if (hasEnded()
                    || !thread.isInterrupted()
                    || thread.getState() == Thread.State.BLOCKED
                    || Threads.cpuNanos(thread) - cpu > SPIN_NANOS) {
                return true;
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        return false;
    }

    /**
     * Returns whether the thread waits in a way that the JVM knows of; one that is inside the system may only not have had
     * its turn.
     */
    public boolean waits() {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    /** Returns whether the call has ended. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Returns what the call returned, once it has ended. */
    public @Nullable Object result() {
        return result;
    }

    /** Returns what the call threw, or {@code null}, once it has ended. */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** Returns whether the interrupt flag was set when the call ended. */
    public boolean interruptedAtEnd() {
        return interruptedAtEnd;
    }

    /**
     * Waits for the end of the call.
     *
     * @param limit how long at most
     * @return whether it has ended
     */
    public boolean awaitEnd(Duration limit) {
        try {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watching " + name, e);
        }
    }

    /**
     * Waits until the thread has come to rest: its call has ended, it is held at the gate, it waits for another thread,
     * or it spins.
     *
     * @param gate where it may be held
     * @param limit how long at most
     * @return where it rests
     */
    public Rest settle(Gate gate, Duration limit) {
        return settle(gate, limit, false);
    }

    /**
     * The same, content with a shorter look: for trials that go on rightly however the thread rests, and would only miss
     * something by going on too soon.
     *
     * @param gate where it may be held
     * @param limit how long at most
     * @return where it rests, as it seems
     */
    public Rest settleBriefly(Gate gate, Duration limit) {
        return settle(gate, limit, true);
    }

    private Rest settle(Gate gate, Duration limit, boolean briefly) {
        long begin = System.nanoTime();
        long cpuAtBegin = Threads.cpuNanos(thread);
        long steadySince = begin;
        long cpuWhenSteady = cpuAtBegin;
        @Nullable String before = null;
        while (System.nanoTime() - begin < limit.toNanos()) {
            if (gate.holds(this)) {
                return Rest.HELD;
            }
            if (hasEnded()) {
                return Rest.ENDED;
            }
            String now = Threads.waitingAt(thread);
            long cpu = Threads.cpuNanos(thread);
            boolean stirs = now == null || !now.equals(before) || cpu - cpuWhenSteady > STIR_NANOS;
            // who comes or has just been let go seems to wait until it gets a processor
            if (stirs || gate.isPassing(thread)) {
                steadySince = System.nanoTime();
                cpuWhenSteady = cpu;
                before = now;
            } else if (now != null && System.nanoTime() - steadySince > steadiness(now, briefly)) {
                return Rest.WAITING;
            }
            if (cpu - cpuAtBegin > (briefly ? STIR_NANOS : SPIN_NANOS)) {
                return Rest.SPINNING;
            }
            LockSupport.parkNanos(briefly ? SAMPLE_BRIEFLY_NANOS : SAMPLE_NANOS);
        }
        return Rest.RESTLESS;
    }

    /** Goes by what was seen, for the thread may have got on since. */
    private long steadiness(String at, boolean briefly) {
        if (at.startsWith(Threads.NATIVE)) {
            // inside the system it may only have lost its processor
            return STEADY_TIMED_NANOS;
        }
        if (briefly) {
            return STEADY_BRIEFLY_NANOS;
        }
        return Threads.waitsForAThread(thread) ? STEADY_NANOS : STEADY_TIMED_NANOS;
    }
}
