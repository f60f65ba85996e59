package racecourse.checks.engine.locks.paths;

/**
 * A lock that is held.
 *
 * @param lock the lock; for a view of a read-write lock, the whole of it
 * @param kind what sort of lock
 * @param mode who else is let in
 * @param count how many times, or how many permits
 * @param number tells this acquisition from others of its path
 * @param exclusion whether it keeps every other thread's purchase of the same lock out
 * @param at where it was acquired
 */
public record Hold(Operand lock, Kind kind, Mode mode, int count, int number, Exclusion exclusion, Place at) {

    /** Sorts of locks. */
    public enum Kind {
        MONITOR,
        LOCK,
        READ_WRITE,
        STAMPED,
        SEMAPHORE,
        FILE
    }

    /** Who else is let in. */
    public enum Mode {
        WRITE,
        READ,
        OPTIMISTIC
    }

    /** Whether it keeps other threads out. */
    public enum Exclusion {
        /** It does. */
        YES,
        /** It may; the model cannot tell. */
        PERHAPS,
        /** Readers are let in, or there are permits left. */
        SHARED,
        /** Every call, or every thread, has a lock of its own. */
        NOBODY
    }

    /** Returns whether it certainly lets others in. */
    public boolean isPorous() {
        return exclusion == Exclusion.SHARED || exclusion == Exclusion.NOBODY;
    }

    Hold times(int newCount) {
        return new Hold(lock, kind, mode, newCount, number, exclusion, at);
    }

    Hold anew(int newNumber) {
        return new Hold(lock, kind, mode, count, newNumber, exclusion, at);
    }

    Hold judged(Exclusion newExclusion) {
        return new Hold(lock, kind, mode, count, number, newExclusion, at);
    }
}
