package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Event.Interrupted;
import racecourse.checks.engine.locks.paths.Event.Signalled;
import racecourse.checks.engine.locks.paths.Event.Slept;
import racecourse.checks.engine.locks.paths.Event.Waited;
import racecourse.checks.engine.locks.paths.Hold.Kind;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.CurrentThread;
import racecourse.checks.engine.locks.paths.Operand.View;
import racecourse.checks.engine.locks.paths.Path.InterruptFlag;

/** Threads, their interrupt flag, and waiting for signals. */
final class ThreadCalls implements Model {
    private static final String THREAD = "java/lang/Thread";
    private static final Set<String> QUIET = Set.of("getName", "getId", "threadId", "hashCode", "equals", "toString");

    @Override
    public boolean handle(Call call) {
        if (call.owner.equals(THREAD)) {
            return thread(call);
        }
        if (call.owner.equals("java/util/concurrent/locks/LockSupport")) {
            if (call.name.startsWith("park")) {
                call.state.note(new Waited(
                        call.title(), call.name.contains("Nanos") || call.name.contains("Until"), call.at()));
                call.state.othersRun();
                call.state.doubt();
            }
            call.answers();
            return true;
        }
        if (call.is("java/util/concurrent/TimeUnit", "sleep")) {
            sleep(call);
            return true;
        }
        if (call.owner.equals("java/util/concurrent/locks/Condition")) {
            return condition(call);
        }
        return !call.isStatic() && monitor(call);
    }

    private static boolean thread(Call call) {
        State state = call.state;
        switch (call.name) {
            case "currentThread" -> call.answers(new CurrentThread());
            case "interrupt" -> {
                if (call.on() instanceof CurrentThread) {
                    state.interrupt = InterruptFlag.SET;
                } else {
                    state.lose(call.title());
                }
                call.answers();
            }
            case "interrupted" -> interrupted(call);
            case "isInterrupted" -> {
                if (call.on() instanceof CurrentThread && state.interrupt == InterruptFlag.SET) {
                    call.answers(Constant.of(1));
                } else {
                    call.answers(call.answer(true));
                }
            }
            case "sleep" -> sleep(call);
            case "yield", "onSpinWait" -> {
                state.note(new Slept(call.title(), call.at()));
                state.othersRun();
                call.answers();
            }
            case "holdsLock" -> {
                boolean held = Locks.find(state, call.arguments.get(0), Kind.MONITOR, Hold.Mode.WRITE) != null;
                if (state.unknown == null) {
                    call.answers(Calls.truth(held));
                } else {
                    call.answers();
                }
            }
            default -> {
                if (!QUIET.contains(call.name)) {
                    return false;
                }
                call.answers();
            }
        }
        return true;
    }

    private static void interrupted(Call call) {
        if (call.state.interrupt == InterruptFlag.SET) {
            call.state.interrupt = InterruptFlag.CLEARED;
            call.answers(Constant.of(1));
            return;
        }
        Call not = call.split();
        not.answers(Constant.of(0));
        call.state.note(new Interrupted(call.title(), call.at()));
        call.state.interrupt = InterruptFlag.CLEARED;
        call.answers(Constant.of(1));
    }

    private static void sleep(Call call) {
        LockCalls.interrupted(call);
        call.state.note(new Slept(call.title(), call.at()));
        call.state.othersRun();
        call.answers();
    }

    private static boolean condition(Call call) {
        boolean signals = call.name.startsWith("signal");
        if (!signals && !call.name.startsWith("await")) {
            return false;
        }
        @Nullable Operand lock = call.on() instanceof View view && view.kind().equals("condition") ? view.of() : null;
        Kind kind = Kind.LOCK;
        if (lock instanceof View side) {
            lock = side.of();
            kind = Kind.READ_WRITE;
        }
        if (lock != null && lacks(call, lock, kind)) {
            return true;
        }
        if (signals) {
            call.answers();
            return true;
        }
        if (lock == null) {
            call.state.lose("a condition of an unknown lock");
        }
        boolean timed = call.descriptor.contains("TimeUnit")
                || call.name.equals("awaitNanos")
                || call.name.equals("awaitUntil");
        wait(call, lock, timed, !call.name.equals("awaitUninterruptibly"));
        return true;
    }

    private static boolean monitor(Call call) {
        String signature = call.name + call.descriptor;
        switch (signature) {
            case "notify()V", "notifyAll()V" -> {
                if (!lacksMonitor(call)) {
                    call.answers();
                }
            }
            case "wait()V" -> waitOnMonitor(call, false);
            case "wait(J)V", "wait(JI)V" -> {
                boolean forEver = call.arguments.get(0).equals(new Constant(0L)) && call.arguments.size() == 1;
                waitOnMonitor(call, !forEver);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void waitOnMonitor(Call call, boolean timed) {
        if (!lacksMonitor(call)) {
            wait(call, call.on(), timed, true);
        }
    }

    /** Throws if the thread certainly does not hold the monitor of the object that is called. */
    private static boolean lacksMonitor(Call call) {
        return lacks(call, call.on(), Kind.MONITOR);
    }

    private static boolean lacks(Call call, Operand lock, Kind kind) {
        if (!Locks.isCertainlyFree(call.state, lock, kind)) {
            return false;
        }
        call.state.note(new Signalled(call.title(), lock, call.at()));
        call.raise("java/lang/IllegalMonitorStateException", false);
        return true;
    }

    /** The lock is free meanwhile: what comes after is another critical section. */
    private static void wait(Call call, @Nullable Operand lock, boolean timed, boolean interruptible) {
        State state = call.state;
        List<Hold> renewed = new ArrayList<>();
        for (Hold hold : state.holds) {
            renewed.add(hold.lock().equals(lock) ? hold.anew(++state.acquisitions) : hold);
        }
        state.holds.clear();
        state.holds.addAll(renewed);
        state.othersRun();
        // it goes on only if another thread wants it to
        state.doubt();
        if (interruptible) {
            LockCalls.interrupted(call);
        }
        state.note(new Waited(call.title(), timed, call.at()));
        call.answers();
    }
}
