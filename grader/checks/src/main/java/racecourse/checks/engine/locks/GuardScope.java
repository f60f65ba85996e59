package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Phase;

/** What belongs to one object is guarded by a lock of that object, and what belongs to all by a lock of all. */
final class GuardScope implements Rule {
    @Override
    public String id() {
        return "locks.guard-scope";
    }

    @Override
    public String because() {
        return "no call on one object waits for a call on another, and what all objects share has one guard";
    }

    @Override
    public List<String> says() {
        return List.of("scope-static", "scope-instance", "scope-call");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.allPaths()) {
            for (int i = 0; i < path.events().size() && path.isFollowedUntil(i); i++) {
                if (path.events().get(i) instanceof Event.Written written
                        && !written.location().field().isVolatile()
                        && !written.holds().isEmpty()) {
                    judge(inquiry, written, found);
                }
            }
        }
        return found;
    }

    private void judge(Inquiry inquiry, Event.Written written, List<Finding> found) {
        Location location = written.location();
        String stem = null;
        if (written.holds().stream().allMatch(hold -> hold.exclusion() == Hold.Exclusion.NOBODY)) {
            stem = "scope-call";
        } else if (location.base() instanceof Operand.Self) {
            boolean all = written.holds().stream()
                    .allMatch(hold -> !OwnLock.sharedByObjects(hold).isEmpty());
            stem = all ? "scope-static" : null;
        } else if (location.base() instanceof Operand.Statics) {
            boolean all = written.holds().stream().allMatch(hold -> isOfTheObject(hold.lock()));
            stem = all ? "scope-instance" : null;
        }
        if (stem != null) {
            Hold hold = written.holds().get(0);
            found.add(inquiry.advice(this, stem, written.at())
                    .lock(inquiry.name(hold))
                    .field(inquiry.name(location))
                    .also(hold.at(), "acquired", inquiry.name(hold))
                    .saying());
        }
    }

    private static boolean isOfTheObject(Operand lock) {
        return lock instanceof Operand.Self
                || (lock instanceof Operand.Fresh fresh && fresh.phase() == Phase.CONSTRUCTION);
    }
}
