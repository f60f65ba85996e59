package racecourse.checks.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The same as a {@link Track} for threads that a submission starts itself: one of them is held before one of its steps,
 * as a scheduler may hold it. The submission is loaded as {@link Subject#tracked}.
 */
public final class Steps implements AutoCloseable {
    private static volatile @Nullable Steps current;

    private final Predicate<Thread> who;
    private final int which;
    private final int nth;
    private final Gate gate;
    private final Set<Thread> seen = new LinkedHashSet<>();
    private @Nullable Thread chosen;
    private int count;

    private Steps(Predicate<Thread> who, int which, int nth, Gate gate) {
        this.who = who;
        this.which = which;
        this.nth = nth;
        this.gate = gate;
    }

    /**
     * Holds a thread, from now on and until closed.
     *
     * @param who whether a thread is one of those that may be held
     * @param which 1 for the first such thread that takes a step, 2 for the second
     * @param nth before which of its steps it comes to the gate
     * @param gate where it is held
     * @return what is to be closed
     */
    public static Steps hold(Predicate<Thread> who, int which, int nth, Gate gate) {
        Steps steps = new Steps(who, which, nth, gate);
        current = steps;
        return steps;
    }

    /**
     * Holds nobody, and only notes who takes a step.
     *
     * @param who whether a thread is of interest
     * @return what is to be closed
     */
    public static Steps watch(Predicate<Thread> who) {
        return hold(who, 0, 0, new Gate());
    }

    /** Called before every step of a thread that is on no track. */
    static void taken() {
        Steps steps = current;
        if (steps != null) {
            steps.comes(Thread.currentThread());
        }
    }

    private void comes(Thread thread) {
        boolean held;
        synchronized (this) {
            if (!who.test(thread)) {
                return;
            }
            if (seen.add(thread) && seen.size() == which) {
                chosen = thread;
            }
            held = thread == chosen && ++count == nth;
        }
        if (held) {
            gate.pass();
        }
    }

    /** Returns the thread that is to be held, once it has taken its first step. */
    public synchronized @Nullable Thread chosen() {
        return chosen;
    }

    /** Returns whether the chosen thread has come to the step at which it is held. */
    public synchronized boolean reached() {
        return chosen != null && count >= nth;
    }

    /** Returns the threads of interest that have taken a step. */
    public synchronized Set<Thread> seen() {
        return Set.copyOf(seen);
    }

    /** Holds nobody from now on; who is held stays so until the gate opens. */
    @Override
    public void close() {
        current = null;
    }
}
