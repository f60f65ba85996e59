package racecourse.checks.engine.memory;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.protocol.Message;

/**
 * A call of a submission whose own threads are held where they enter the submission's code, until they are let go; what
 * they do there is noted.
 */
public final class HeldThreads implements AutoCloseable, Observer {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int FAILSAFE_SECONDS = 20;

    /** Calls that come back by themselves, when nothing has happened. */
    private static final Set<String> NAPS = Set.of("sleep", "wait", "await", "parkNanos", "parkUntil");

    private final Scene scene = new Scene();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<Thread, String> entered = new LinkedHashMap<>();
    private final Set<Thread> acted = new HashSet<>();
    private final Set<Thread> passed = new HashSet<>();
    private final Map<String, Integer> naps = new HashMap<>();
    private boolean hidden;
    private boolean holdsNoMore;
    private @Nullable Actor actor;
    private @Nullable Thread caller;

    private HeldThreads() {}

    /**
     * Loads a submission so that its threads can be held.
     *
     * @param subject the submission
     * @return the same, loaded anew
     */
    public static Subject watched(Subject subject) {
        Rewriter rewriter = new Rewriter(Kinds.of(subject.classPath()));
        return subject.rewritten(rewriter::rewritten, Hooks.class);
    }

    /**
     * Makes a call on a thread of its own.
     *
     * @param call the call, on an object of a watched submission
     * @return the call, in progress
     */
    public static HeldThreads of(Call call) {
        HeldThreads held = new HeldThreads();
        held.scene.gate().open();
        Hooks.tell(held);
        held.actor = held.scene.start("A", () -> {
            held.begin();
            return call.make();
        });
        return held;
    }

    private synchronized void begin() {
        caller = Thread.currentThread();
    }

    /**
     * Makes a further call while this one is in progress; threads that begin in it are not held.
     *
     * @param call the call
     * @return the thread that makes it
     */
    public Actor beside(Call call) {
        holdNoMore();
        return scene.start("B", call);
    }

    /** Returns the thread that makes the call. */
    public Actor actor() {
        return Objects.requireNonNull(actor);
    }

    /**
     * Waits until a thread of the submission is held, or the call has ended.
     *
     * @return whether one is held
     */
    public boolean awaitHeld() {
        long begin = System.nanoTime();
        while (!isHeld() && !actor().hasEnded()) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new Powerless(Message.of("engine.time-ran-out", actor().name()));
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        return isHeld();
    }

    private synchronized boolean isHeld() {
        return !entered.isEmpty();
    }

    /** Waits until the call waits, or has ended. */
    public Actor.Rest settle() {
        return actor().settle(scene.gate(), SOON);
    }

    /** From now on threads are not held when they enter the submission's code, but those that are stay. */
    public synchronized void holdNoMore() {
        holdsNoMore = true;
    }

    /** Lets all threads go, and waits until those that were held have ended. */
    public void letGoAndEnd() {
        letGo();
        List<Thread> threads;
        synchronized (this) {
            threads = List.copyOf(entered.keySet());
        }
        long end = System.nanoTime() + SOON.toNanos();
        for (Thread thread : threads) {
            // the thread of a pool lives on, but does not run
            while (thread.isAlive() && System.nanoTime() < end && !hasPassedAndWaits(thread)) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(300));
            }
        }
    }

    private synchronized boolean hasPassedAndWaits(Thread thread) {
        return passed.contains(thread) && thread.getState() != Thread.State.RUNNABLE;
    }

    /** Returns how often the call has gone to sleep at one place to look again later: where it did so most. */
    public synchronized int naps() {
        return naps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Returns how much CPU time the call has used. */
    public Duration spent() {
        return Duration.ofNanos(Threads.cpuNanos(actor().thread()));
    }

    /** Lets all threads go. */
    public void letGo() {
        gate.countDown();
    }

    /**
     * Waits for the end of the call.
     *
     * @throws Powerless if it has not ended in time
     */
    public void awaitEnd() {
        if (!actor().awaitEnd(LIMIT)) {
            throw new Powerless(Message.of("engine.time-ran-out", actor().name()));
        }
    }

    /**
     * Returns whether threads of the submission have run, and none of them has written anything, called anything that is
     * not followed, or handed a result on.
     */
    public synchronized boolean idled() {
        return !entered.isEmpty()
                && !hidden
                && passed.containsAll(entered.keySet())
                && acted.isEmpty()
                && entered.values().stream().allMatch(method -> method.endsWith("V"));
    }

    /** Returns whether something runs in its threads that nobody sees. */
    public synchronized boolean hides() {
        return hidden;
    }

    @Override
    public void entered(String method) {
        Thread thread = Thread.currentThread();
        synchronized (this) {
            if (thread == caller || holdsNoMore || entered.containsKey(thread)) {
                return;
            }
            entered.put(thread, method);
        }
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAILSAFE_SECONDS);
        while (System.nanoTime() < end) {
            try {
                if (gate.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        synchronized (this) {
            passed.add(thread);
        }
        if (interrupted) {
            thread.interrupt();
        }
    }

    private synchronized void act() {
        Thread thread = Thread.currentThread();
        if (entered.containsKey(thread)) {
            acted.add(thread);
        }
    }

    @Override
    public void write(
            Object base, String name, Access access, @Nullable Object before, @Nullable Object after, String at) {
        act();
    }

    @Override
    public void changed(Object base, String name, @Nullable Object after, String at) {
        act();
    }

    @Override
    public void called(String call, String at) {
        act();
        if (NAPS.contains(call.substring(call.lastIndexOf('.') + 1))) {
            nap(at);
        }
    }

    private synchronized void nap(String at) {
        if (Thread.currentThread() == caller) {
            naps.merge(at, 1, Integer::sum);
        }
    }

    @Override
    public void used(String call, String at) {
        act();
    }

    @Override
    public synchronized void hidden(String call) {
        hidden = true;
    }

    /** Lets all threads go, and waits a little for the call. */
    @Override
    public void close() {
        letGo();
        scene.close();
        Hooks.tell(Hooks.NOBODY);
    }
}
