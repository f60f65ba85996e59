package racecourse.checks.engine.locks.paths;

import java.util.List;

/** Something on a path that rules look at. */
public sealed interface Event {
    /** Returns the line. */
    Place at();

    /** A lock was acquired; {@code before}: what was held already. */
    record Acquired(Hold hold, boolean waits, List<Hold> before, Place at) implements Event {}

    /** A lock was given back, once; {@code last}: it is free now. */
    record Released(Hold hold, boolean last, Place at) implements Event {}

    /** The thread waits for ever for a lock that it holds itself. */
    record SelfDeadlock(Hold held, Hold wanted, Place at) implements Event {}

    /** A lock was given back that the thread does not hold. */
    record NotHeld(Operand lock, Place at) implements Event {}

    /** A signal was given, or waited for, without the lock that it belongs to. */
    record Signalled(String call, Operand lock, Place at) implements Event {}

    /** A call that may take as long as others please: a sleep, the end of a thread or a process, code of the caller's. */
    record Blocked(String call, List<Hold> holds, Place at) implements Event {}

    /** An attempt to acquire a lock was refused; {@code timed}: after waiting for a while. */
    record Refused(Operand lock, Hold.Kind kind, boolean timed, Place at) implements Event {}

    /** An {@link InterruptedException} ended a call; the flag is cleared. */
    record Interrupted(String call, Place at) implements Event {}

    /** A field was read. */
    record Read(Location location, Operand result, List<Hold> holds, Place at) implements Event {}

    /** A field was written. */
    record Written(Location location, Operand value, List<Hold> holds, Place at) implements Event {}

    /** The pause was called. */
    record Paused(List<Hold> holds, Place at) implements Event {}

    /** A call threw; {@code contract}: the pause or a store, and then it may be anything. */
    record Threw(String call, boolean contract, Site site, Place at) implements Event {}

    /** A store was read. */
    record StoreRead(Operand store, Operand result, List<Hold> holds, Place at) implements Event {}

    /** A store was written. */
    record StoreWritten(Operand store, Operand value, List<Hold> holds, Place at) implements Event {}

    /** The thread waits for a signal; {@code timed}: or for a while. */
    record Waited(String call, boolean timed, Place at) implements Event {}

    /** The thread lets time pass: sleep, yield, onSpinWait. */
    record Slept(String call, Place at) implements Event {}

    /** A call into {@code java.util.concurrent.atomic} that changes in one step. */
    record Changed(String call, Operand target, List<Hold> holds, Place at) implements Event {}

    /** Something that orders memory in a way that is not followed. */
    record Ordered(String call, Place at) implements Event {}
}
