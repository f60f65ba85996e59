package racecourse.checks.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait, with nobody left to wake them: a deadlock, a lost wake-up, a lock that was never released.
 *
 * @param waiters the threads that wait
 * @param ended the threads that took part and have ended: they wake nobody any more
 */
public record Knot(List<Waiter> waiters, List<String> ended) {
    public Knot {
        waiters = List.copyOf(waiters);
        ended = List.copyOf(ended);
    }

    /** What a thread waits for. */
    public enum Want {
        /** To get a lock, which is somebody's or was left locked. */
        LOCK,
        /** To be woken by another thread: a notify, a signal, a permit. */
        SIGNAL
    }

    /**
     * A thread that waits.
     *
     * @param thread its name
     * @param want what for
     * @param lock the lock or condition, {@code Object A}; empty where it is not known
     * @param holder the thread that has the lock; empty where nobody is known to
     * @param at the submission's line, or {@code null} where it is not known
     * @param holds the locks that it has meanwhile
     */
    public record Waiter(
            String thread,
            Want want,
            String lock,
            String holder,
            @Nullable Place at,
            List<Held> holds) {
        public Waiter {
            holds = List.copyOf(holds);
        }
    }

    /**
     * A lock that a thread has.
     *
     * @param lock the lock, {@code Object B}
     * @param since the line that took it, or {@code null} where it is not known
     */
    public record Held(String lock, @Nullable Place since) {}

    /**
     * Returns the threads that wait for each other in a circle, each for the one after it and the last for the first.
     *
     * @return the circle, the first thread of the knot first; nothing if there is none
     */
    public List<Waiter> circle() {
        Map<String, Waiter> byName = new HashMap<>();
        waiters.forEach(waiter -> byName.put(waiter.thread(), waiter));
        for (Waiter first : waiters) {
            List<Waiter> way = new ArrayList<>();
            Waiter next = first;
            while (next != null && !way.contains(next)) {
                way.add(next);
                next = byName.get(next.holder());
            }
            if (first.equals(next)) {
                return List.copyOf(way);
            }
        }
        return List.of();
    }
}
