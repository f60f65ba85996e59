package racecourse.checks.engine.locks.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Hold.Exclusion;
import racecourse.checks.engine.locks.paths.Hold.Kind;
import racecourse.checks.engine.locks.paths.Hold.Mode;
import racecourse.checks.engine.locks.paths.Operand.Argument;
import racecourse.checks.engine.locks.paths.Operand.Boxed;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.CurrentThread;
import racecourse.checks.engine.locks.paths.Operand.Fresh;
import racecourse.checks.engine.locks.paths.Operand.Thrown;
import racecourse.checks.engine.locks.paths.Path.Ending;

/** What acquiring and giving back does to what is held. */
final class Locks {
    /** The field in which the number of a semaphore's permits is kept. */
    static final FieldName PERMITS = FieldName.hidden("java/util/concurrent/Semaphore", "permits", false, true);

    private Locks() {}

    /** Acquires a lock and returns true, or ends the path because the thread waits for itself. */
    static boolean acquire(Machine machine, State state, Operand lock, Kind kind, Mode mode, int count, boolean waits) {
        Hold wanted = new Hold(
                lock,
                kind,
                mode,
                count,
                ++state.acquisitions,
                exclusion(machine, state, lock, kind, mode, count),
                state.place());
        List<Hold> before = state.held();
        if (!Arithmetic.isKnown(lock)) {
            state.lose("a lock that cannot be told from others");
        }
        Hold obstacle = obstacle(machine, state, wanted);
        if (obstacle != null && waits) {
            state.note(new Event.SelfDeadlock(obstacle, wanted, state.place()));
            machine.end(state, Ending.STUCK, null, 0);
            return false;
        }
        Hold same = find(state, lock, kind, mode);
        if (same != null) {
            state.holds.set(state.holds.indexOf(same), same.times(same.count() + count));
        } else {
            state.holds.add(wanted);
            state.othersRun();
        }
        if (machine.phase == Phase.CONSTRUCTION && kind == Kind.SEMAPHORE) {
            state.heap.put(new Location(lock, PERMITS), Operand.Unknown.ONE);
        }
        state.note(new Event.Acquired(wanted, waits, before, state.place()));
        return true;
    }

    /** Returns what this thread holds itself and will not let it in, if an attempt is bound to fail. */
    static @Nullable Hold obstacle(Machine machine, State state, Hold wanted) {
        for (Hold held : state.holds) {
            if (!held.lock().equals(wanted.lock()) || held.kind() != wanted.kind()) {
                continue;
            }
            boolean writes = wanted.mode() == Mode.WRITE;
            boolean blocks =
                    switch (held.kind()) {
                        case STAMPED -> writes || held.mode() == Mode.WRITE;
                        case READ_WRITE ->
                            writes
                                    && held.mode() == Mode.READ
                                    && find(state, held.lock(), Kind.READ_WRITE, Mode.WRITE) == null;
                        case SEMAPHORE -> {
                            int permits = permits(state, held.lock());
                            yield permits > 0 && held.count() + wanted.count() > permits;
                        }
                        default -> false;
                    };
            if (blocks && machine.phase == Phase.CALL) {
                return held;
            }
        }
        return null;
    }

    static @Nullable Hold find(State state, Operand lock, Kind kind, Mode mode) {
        for (Hold hold : state.holds) {
            if (hold.lock().equals(lock) && hold.kind() == kind && hold.mode() == mode) {
                return hold;
            }
        }
        return null;
    }

    /** Returns whether the thread certainly does not hold a lock. */
    static boolean isCertainlyFree(State state, Operand lock, Kind kind) {
        // who calls with an object may hold its lock; what is made here may be made on a path that nobody takes
        boolean own = !(lock instanceof Argument) && !(lock instanceof Fresh fresh && fresh.phase() == Phase.CALL);
        return state.unknown == null
                && own
                && Operands.isStable(lock)
                && find(state, lock, kind, Mode.WRITE) == null
                && state.holds.stream().allMatch(hold -> Operands.areDistinct(hold.lock(), lock));
    }

    /** Gives a lock back and returns true, or throws because it is not held. */
    static boolean release(Machine machine, State state, Operand lock, Kind kind, Mode mode, int count) {
        state.othersRun();
        Hold held = find(state, lock, kind, mode);
        if (held != null && Arithmetic.isKnown(lock)) {
            boolean last = held.count() <= count;
            if (held.count() < count) {
                state.lose("more permits released than acquired");
            }
            if (last) {
                state.holds.remove(held);
            } else {
                state.holds.set(state.holds.indexOf(held), held.times(held.count() - count));
            }
            state.note(new Event.Released(held, last, state.place()));
            return true;
        }
        if (kind == Kind.SEMAPHORE || kind == Kind.FILE) {
            state.lose("a permit released that was not acquired before");
            blur(state);
            state.heap.put(new Location(lock, PERMITS), Operand.Unknown.ONE);
            return true;
        }
        boolean alias = !Arithmetic.isKnown(lock)
                || state.holds.stream()
                        .anyMatch(hold -> !Operands.areDistinct(hold.lock(), lock)
                                && !hold.lock().equals(lock));
        if (alias) {
            state.lose("a lock given back that cannot be told from another");
            blur(state);
            return true;
        }
        if (machine.phase == Phase.CALL) {
            state.note(new Event.NotHeld(lock, state.place()));
            if (kind != Kind.MONITOR) {
                machine.raise(
                        state,
                        new Thrown(state.top().site(), "java/lang/IllegalMonitorStateException", false, List.of()));
                return false;
            }
        }
        return true;
    }

    /** Any of what is held may be what was given back. */
    private static void blur(State state) {
        state.holds.replaceAll(hold -> hold.exclusion() == Exclusion.YES ? hold.judged(Exclusion.PERHAPS) : hold);
    }

    private static int permits(State state, Operand lock) {
        Operand permits = state.heap.get(new Location(lock, PERMITS));
        return permits == null ? 0 : Operands.intOr(permits, 0);
    }

    static Exclusion exclusion(Machine machine, State state, Operand lock, Kind kind, Mode mode, int count) {
        if (mode != Mode.WRITE) {
            return Exclusion.SHARED;
        }
        Exclusion identity = identity(machine, state, lock, kind);
        if (kind == Kind.SEMAPHORE && identity == Exclusion.YES) {
            if (state.heap.get(new Location(lock, PERMITS)) instanceof Argument) {
                // whoever constructs the object says how many get in
                return Exclusion.SHARED;
            }
            int permits = permits(state, lock);
            if (permits <= 0) {
                return Exclusion.PERHAPS;
            }
            return count >= permits ? Exclusion.YES : Exclusion.SHARED;
        }
        return identity;
    }

    private static Exclusion identity(Machine machine, State state, Operand lock, Kind kind) {
        if (kind == Kind.FILE) {
            // a second thread of this JVM is not made to wait by it, but it does not get in either
            return Exclusion.PERHAPS;
        }
        if (lock instanceof Fresh fresh && fresh.phase() == machine.phase) {
            return state.escaped.contains(lock) ? Exclusion.PERHAPS : Exclusion.NOBODY;
        }
        if (lock instanceof CurrentThread || (lock instanceof Argument argument && argument.phase() == Phase.CALL)) {
            return Exclusion.NOBODY;
        }
        if (lock instanceof Boxed boxed) {
            return boxed.content() instanceof Constant ? Exclusion.YES : Exclusion.PERHAPS;
        }
        return Operands.isStable(lock) ? Exclusion.YES : Exclusion.PERHAPS;
    }

    static Constant classOf(MethodCode method) {
        return new Constant(Type.getObjectType(method.owner().name));
    }
}
