package racecourse.checks.queue;

import java.util.stream.IntStream;

/** Those who wait at one end of a queue. */
enum Side {
    /** Who puts into a full queue. */
    PUTTERS,
    /** Who gets from an empty one. */
    GETTERS;

    /** What the queue holds when these have to wait: nothing, or 1, 2, … up to the capacity. */
    int[] before(int capacity) {
        return this == PUTTERS ? IntStream.rangeClosed(1, capacity).toArray() : new int[0];
    }

    /** The call of the waiter with this number, from 0. */
    Op waits(int number) {
        return this == PUTTERS ? Op.put(100 + number) : Op.get();
    }

    /** The call that lets a waiter go on; puts the item. */
    Op frees(int item) {
        return this == PUTTERS ? Op.get() : Op.put(item);
    }

    /** The same, by a call that never waits. */
    Op freesAtOnce(int item) {
        return this == PUTTERS ? Op.getNoWait() : Op.putNoWait(item);
    }

    /** How the call reads that waits. */
    String call() {
        return this == PUTTERS ? "put(…)" : "get()";
    }

    /** How the call reads that lets a waiter go on. */
    String freeing() {
        return this == PUTTERS ? "get()" : "put(…)";
    }

    /** Why it has to wait. */
    String because() {
        return this == PUTTERS ? "full" : "empty";
    }

    String name(int number) {
        return (this == PUTTERS ? "P" : "G") + (number + 1);
    }
}
