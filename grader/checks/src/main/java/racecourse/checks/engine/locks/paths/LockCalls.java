package racecourse.checks.engine.locks.paths;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Event.Interrupted;
import racecourse.checks.engine.locks.paths.Event.Refused;
import racecourse.checks.engine.locks.paths.Hold.Kind;
import racecourse.checks.engine.locks.paths.Hold.Mode;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Stamp;
import racecourse.checks.engine.locks.paths.Operand.View;

/** {@code java.util.concurrent.locks}: locks, read-write locks, stamped locks. Conditions are {@link ThreadCalls}'s. */
final class LockCalls implements Model {
    private static final String PACKAGE = "java/util/concurrent/locks/";
    private static final Set<String> LOCKS = Set.of(
            PACKAGE + "Lock",
            PACKAGE + "ReentrantLock",
            PACKAGE + "ReentrantReadWriteLock$ReadLock",
            PACKAGE + "ReentrantReadWriteLock$WriteLock");

    @Override
    public boolean handle(Call call) {
        if (call.name.equals("<init>") && call.owner.startsWith(PACKAGE) && !call.owner.contains("Synchronizer")) {
            call.answers();
            return true;
        }
        if (LOCKS.contains(call.owner)) {
            return lock(call);
        }
        if (call.is(PACKAGE + "ReadWriteLock", "readLock", "writeLock")
                || call.is(PACKAGE + "ReentrantReadWriteLock", "readLock", "writeLock")) {
            call.answers(new View(call.on(), call.name));
            return true;
        }
        if (call.owner.equals(PACKAGE + "StampedLock")) {
            return stamped(call);
        }
        return false;
    }

    private static boolean lock(Call call) {
        Operand lock = call.on();
        Kind kind = Kind.LOCK;
        Mode mode = Mode.WRITE;
        if (lock instanceof View view && view.kind().endsWith("Lock")) {
            lock = view.of();
            kind = Kind.READ_WRITE;
            mode = view.kind().equals("readLock") ? Mode.READ : Mode.WRITE;
        } else if (call.owner.contains("ReadLock") || call.owner.contains("WriteLock")) {
            // a view of a lock that is not known
            call.state.lose("a read or write lock of an unknown lock");
        }
        State state = call.state;
        switch (call.name) {
            case "lock" -> take(call, lock, kind, mode, 1, true);
            case "lockInterruptibly" -> {
                interrupted(call);
                take(call, lock, kind, mode, 1, true);
            }
            case "tryLock" -> attempt(call, lock, kind, mode, 1);
            case "unlock" -> {
                if (Locks.release(call.machine, state, lock, kind, mode, 1)) {
                    call.answers();
                }
            }
            case "newCondition" -> call.answers(new View(call.on(), "condition"));
            case "isHeldByCurrentThread", "isWriteLockedByCurrentThread" -> {
                if (state.unknown != null) {
                    call.answers();
                } else {
                    call.answers(Calls.truth(Locks.find(state, lock, kind, mode) != null));
                }
            }
            default -> call.answers();
        }
        return true;
    }

    static void take(Call call, Operand lock, Kind kind, Mode mode, int count, boolean waits) {
        if (Locks.acquire(call.machine, call.state, lock, kind, mode, count, waits)) {
            call.answers();
        }
    }

    /** The thread may be interrupted while it waits, or may have been before. */
    static void interrupted(Call call) {
        Call other = call.split();
        other.state.note(new Interrupted(call.title(), call.at()));
        other.state.interrupt = Path.InterruptFlag.CLEARED;
        other.raise("java/lang/InterruptedException", false);
    }

    /** An attempt that comes back with true or false. */
    static void attempt(Call call, Operand lock, Kind kind, Mode mode, int count) {
        boolean waits = call.descriptor.contains("TimeUnit");
        if (waits) {
            interrupted(call);
        }
        boolean timed = waits && !call.arguments.contains(new Constant(0L));
        State state = call.state;
        Hold wanted = new Hold(lock, kind, mode, count, 0, Hold.Exclusion.PERHAPS, call.at());
        boolean fails = Locks.obstacle(call.machine, state, wanted) != null;
        boolean again = kind != Kind.SEMAPHORE && Locks.find(state, lock, kind, mode) != null;
        if (!again) {
            Call refused = fails ? call : call.split();
            refused.state.note(new Refused(lock, kind, timed, call.at()));
            refused.state.othersRun();
            refused.answers(Constant.of(0));
        }
        if (!fails && Locks.acquire(call.machine, state, lock, kind, mode, count, false)) {
            call.answers(Constant.of(1));
        }
    }

    private static boolean stamped(Call call) {
        Operand lock = call.on();
        switch (call.name) {
            case "writeLock", "readLock" -> stamp(call, lock, mode(call.name), true);
            case "writeLockInterruptibly", "readLockInterruptibly" -> {
                interrupted(call);
                stamp(call, lock, mode(call.name), true);
            }
            case "tryWriteLock", "tryReadLock" -> {
                boolean timed = call.descriptor.contains("TimeUnit");
                if (timed) {
                    interrupted(call);
                }
                Call refused = call.split();
                refused.state.note(new Refused(lock, Kind.STAMPED, timed, call.at()));
                refused.state.othersRun();
                refused.answers(new Constant(0L));
                Hold wanted = new Hold(lock, Kind.STAMPED, mode(call.name), 1, 0, Hold.Exclusion.PERHAPS, call.at());
                if (Locks.obstacle(call.machine, call.state, wanted) == null) {
                    stamp(call, lock, mode(call.name), false);
                } else {
                    call.machine.end(call.state, Path.Ending.CUT, null, 0);
                }
            }
            case "tryOptimisticRead" -> {
                call.state.note(new Event.Ordered(call.title(), call.at()));
                call.state.othersRun();
                // zero when it is locked for writing: what follows depends on other threads
                call.answers(call.answer(false));
            }
            case "validate" -> {
                call.state.note(new Event.Ordered(call.title(), call.at()));
                call.state.othersRun();
                call.answers();
            }
            case "unlockWrite", "unlockRead", "unlock" -> unlock(call, lock);
            case "tryConvertToWriteLock" -> convert(call, lock, Mode.WRITE);
            case "tryConvertToReadLock" -> convert(call, lock, Mode.READ);
            default -> {
                call.state.lose(call.title());
                call.answers();
            }
        }
        return true;
    }

    private static Mode mode(String name) {
        return name.contains("rite") ? Mode.WRITE : Mode.READ;
    }

    private static void stamp(Call call, Operand lock, Mode mode, boolean waits) {
        if (Locks.acquire(call.machine, call.state, lock, Kind.STAMPED, mode, 1, waits)) {
            call.answers(made(call, lock, mode));
        }
    }

    private static Stamp made(Call call, Operand lock, Mode mode) {
        Stamp stamp = new Stamp(call.state.top().site(), lock, mode);
        call.state.comesAgain(stamp.site(), stamp);
        return stamp;
    }

    private static @Nullable Stamp of(Call call, Operand lock) {
        return call.arguments.get(0) instanceof Stamp stamp && stamp.lock().equals(lock) ? stamp : null;
    }

    private static void unlock(Call call, Operand lock) {
        Stamp stamp = of(call, lock);
        if (stamp == null) {
            call.state.lose("a stamp that cannot be followed");
            call.answers();
        } else if (Locks.release(call.machine, call.state, lock, Kind.STAMPED, stamp.mode(), 1)) {
            call.answers();
        }
    }

    private static void convert(Call call, Operand lock, Mode mode) {
        Stamp stamp = of(call, lock);
        if (stamp == null) {
            call.state.lose("a stamp that cannot be followed");
            call.answers();
            return;
        }
        if (stamp.mode() == mode) {
            call.answers(stamp);
            return;
        }
        if (mode == Mode.WRITE) {
            Call refused = call.split();
            refused.state.note(new Refused(lock, Kind.STAMPED, false, call.at()));
            refused.answers(new Constant(0L));
        }
        // the lock is never free in between, but what was held before is another section
        Locks.release(call.machine, call.state, lock, Kind.STAMPED, stamp.mode(), 1);
        if (Locks.acquire(call.machine, call.state, lock, Kind.STAMPED, mode, 1, false)) {
            call.answers(made(call, lock, mode));
        }
    }
}
