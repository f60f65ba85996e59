package racecourse.checks.engine;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Place;

/** Takes the knot that threads are tied into from what the JVM knows of them. */
final class Knots {
    private Knots() {}

    /**
     * Looks at threads that are proven to wait for ever.
     *
     * @param threads the threads
     * @param ended names of those that have ended
     */
    static Knot of(List<Thread> threads, List<String> ended) {
        LockNames names = new LockNames();
        Set<Long> alive = Threads.alive().stream().map(Thread::getId).collect(Collectors.toSet());
        List<Knot.Waiter> waiters = new ArrayList<>();
        for (ThreadInfo info : Threads.infos(
                threads.stream().filter(thread -> !Threads.idlesInAPool(thread)).toList())) {
            LockInfo lock = info.getLockInfo();
            waiters.add(new Knot.Waiter(
                    info.getThreadName(),
                    want(info),
                    lock == null ? "" : names.of(lock),
                    holder(info, alive),
                    at(info),
                    names.heldBy(info).stream()
                            .map(held -> new Knot.Held(held, null))
                            .toList()));
        }
        return new Knot(waiters, ended);
    }

    /** A thread that has ended with the lock has left it behind; another one may have its name. */
    private static String holder(ThreadInfo info, Set<Long> alive) {
        String name = info.getLockOwnerName();
        return name == null || !alive.contains(info.getLockOwnerId()) ? "" : name;
    }

    private static Knot.Want want(ThreadInfo info) {
        LockInfo lock = info.getLockInfo();
        // of a lock whose holder has ended the JVM knows no owner any more
        boolean isLock = lock != null && lock.getClassName().startsWith("java.util.concurrent.locks.Reentrant");
        return info.getThreadState() == Thread.State.BLOCKED || info.getLockOwnerName() != null || isLock
                ? Knot.Want.LOCK
                : Knot.Want.SIGNAL;
    }

    private static @Nullable Place at(ThreadInfo info) {
        return Threads.innermost(Threads.stack(info), null).stream().findFirst().orElse(null);
    }
}
