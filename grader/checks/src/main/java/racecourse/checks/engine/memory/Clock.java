package racecourse.checks.engine.memory;

import java.util.Arrays;

/** How much of what each thread has done happens before something: a vector clock. */
final class Clock {
    private int[] ticks;

    Clock() {
        this(new int[4]);
    }

    private Clock(int[] ticks) {
        this.ticks = ticks;
    }

    Clock copy() {
        return new Clock(ticks.clone());
    }

    /** The thread does something; returns its number. */
    int tick(int thread) {
        grow(thread + 1);
        return ++ticks[thread];
    }

    /** Returns whether what a thread did happens before. */
    boolean knows(int thread, int tick) {
        return thread < ticks.length && ticks[thread] >= tick;
    }

    void join(Clock other) {
        grow(other.ticks.length);
        for (int i = 0; i < other.ticks.length; i++) {
            ticks[i] = Math.max(ticks[i], other.ticks[i]);
        }
    }

    private void grow(int size) {
        if (ticks.length < size) {
            ticks = Arrays.copyOf(ticks, size);
        }
    }
}
