package racecourse.checks.engine.locks.paths;

import racecourse.checks.engine.locks.paths.Hold.Kind;
import racecourse.checks.engine.locks.paths.Hold.Mode;

/** {@link java.util.concurrent.Semaphore}, for those that stand for a lock. */
final class SemaphoreCalls implements Model {
    private static final int UNTOLD = -1;

    @Override
    public boolean handle(Call call) {
        if (!call.owner.equals("java/util/concurrent/Semaphore")) {
            return false;
        }
        State state = call.state;
        Operand semaphore = call.on();
        switch (call.name) {
            case "<init>" -> {
                state.heap.put(new Location(semaphore, Locks.PERMITS), call.arguments.get(0));
                call.answers();
            }
            case "acquire" -> {
                LockCalls.interrupted(call);
                LockCalls.take(call, semaphore, Kind.SEMAPHORE, Mode.WRITE, count(call), true);
            }
            case "acquireUninterruptibly" ->
                LockCalls.take(call, semaphore, Kind.SEMAPHORE, Mode.WRITE, count(call), true);
            case "tryAcquire" -> LockCalls.attempt(call, semaphore, Kind.SEMAPHORE, Mode.WRITE, count(call));
            case "release" -> {
                if (Locks.release(call.machine, state, semaphore, Kind.SEMAPHORE, Mode.WRITE, count(call))) {
                    call.answers();
                }
            }
            case "availablePermits", "getQueueLength", "hasQueuedThreads", "isFair" -> call.answers();
            default -> {
                state.lose(call.title());
                call.answers();
            }
        }
        return true;
    }

    private static int count(Call call) {
        if (!call.descriptor.startsWith("(I")) {
            return 1;
        }
        int count = Operands.intOr(call.arguments.get(0), UNTOLD);
        if (count == UNTOLD) {
            call.state.lose("a number of permits that cannot be told");
        }
        return Math.max(1, count);
    }
}
