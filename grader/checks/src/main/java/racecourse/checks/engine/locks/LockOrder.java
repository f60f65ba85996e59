package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Path;

/** Locks are acquired in one order everywhere, and nobody waits for himself. */
final class LockOrder implements Rule {
    @Override
    public String id() {
        return "locks.lock-order";
    }

    @Override
    public String because() {
        return "a call does its work and returns: it waits for nobody who waits for it";
    }

    @Override
    public List<String> says() {
        return List.of("crossed", "waits-for-itself");
    }

    /** A lock that was waited for while another was held. */
    private record Nesting(Hold outer, Hold inner, List<Hold> held) {}

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        List<Nesting> nestings = new ArrayList<>();
        for (Path path : inquiry.allPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                Event event = path.events().get(i);
                if (!path.isCertainUntil(i)) {
                    break;
                }
                if (event instanceof Event.SelfDeadlock stuck) {
                    boolean semaphore = stuck.wanted().kind() == Hold.Kind.SEMAPHORE;
                    if (!semaphore || !Threads.mayStart(inquiry.model())) {
                        found.add(inquiry.violation(this, "waits-for-itself", stuck.at())
                                .lock(inquiry.name(stuck.wanted()))
                                .also(stuck.held().at(), "acquired", inquiry.name(stuck.held()))
                                .saying());
                    }
                } else if (event instanceof Event.Acquired acquired && acquired.waits()) {
                    for (Hold outer : acquired.before()) {
                        if (isOwn(outer) && isOwn(acquired.hold())) {
                            nestings.add(new Nesting(outer, acquired.hold(), acquired.before()));
                        }
                    }
                }
            }
        }
        compare(inquiry, nestings, found);
        return found;
    }

    private static boolean isOwn(Hold hold) {
        return hold.exclusion() == Hold.Exclusion.YES && hold.kind() != Hold.Kind.FILE;
    }

    private void compare(Inquiry inquiry, List<Nesting> nestings, List<Finding> found) {
        for (int i = 0; i < nestings.size(); i++) {
            Nesting one = nestings.get(i);
            for (Nesting other : nestings.subList(i + 1, nestings.size())) {
                boolean crossed = one.outer().lock().equals(other.inner().lock())
                        && one.inner().lock().equals(other.outer().lock())
                        && !one.outer().lock().equals(one.inner().lock());
                if (crossed && !guarded(one, other)) {
                    found.add(inquiry.violation(this, "crossed", one.inner().at())
                            .lock(inquiry.name(one.inner()))
                            .also(one.outer().at(), "acquired", inquiry.name(one.outer()))
                            .also(other.inner().at(), "acquired", inquiry.name(other.inner()))
                            .saying(inquiry.name(one.outer())));
                }
            }
        }
    }

    /** A third lock keeps the two from meeting; or the inner lock is held already, and is entered again. */
    private static boolean guarded(Nesting one, Nesting other) {
        return holds(one.held(), one.inner())
                || holds(other.held(), other.inner())
                || one.held().stream()
                        .anyMatch(gate -> !gate.isPorous()
                                && !gate.lock().equals(one.outer().lock())
                                && holds(other.held(), gate));
    }

    private static boolean holds(List<Hold> held, Hold hold) {
        return held.stream().anyMatch(one -> one.lock().equals(hold.lock()));
    }
}
