package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Path;

/** No lock is held while a call waits for something that the lab does not make itself. */
final class NothingBlockingInside implements Rule {
    @Override
    public String id() {
        return "locks.not-held-while-blocked";
    }

    @Override
    public String because() {
        return "who holds a lock over a wait makes everybody wait who needs the lock";
    }

    @Override
    public List<String> says() {
        return List.of("blocked-inside");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.allPaths()) {
            for (Event event : path.events()) {
                // what was not followed before may answer anything, but gives no lock back that is still counted here
                if (event instanceof Event.Blocked blocked) {
                    blocked.holds().stream()
                            .filter(hold -> hold.exclusion() == Hold.Exclusion.YES && hold.kind() != Hold.Kind.FILE)
                            .findFirst()
                            .ifPresent(hold -> found.add(inquiry.advice(this, "blocked-inside", blocked.at())
                                    .lock(inquiry.name(hold))
                                    .also(hold.at(), "acquired", inquiry.name(hold))
                                    .saying(blocked.call())));
                }
            }
        }
        return found;
    }
}
