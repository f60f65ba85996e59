package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Path;

/** A method that must not lock does not. */
final class LooksWithoutLock implements Rule {
    @Override
    public String id() {
        return "locks.looks-without-lock";
    }

    @Override
    public String because() {
        return "search takes no lock and never waits for a purchase in progress";
    }

    @Override
    public List<String> says() {
        return List.of("look-locks");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        if (!inquiry.exercise().demands(Exercise.Demand.LOOKS_WITHOUT_LOCK)) {
            return found;
        }
        for (Path path : inquiry.lookingPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                if (path.events().get(i) instanceof Event.Acquired acquired && path.isCertainUntil(i)) {
                    found.add(inquiry.violation(this, "look-locks", acquired.at())
                            .lock(inquiry.name(acquired.hold()))
                            .saying(inquiry.exercise().looking() + "()"));
                }
            }
        }
        return found;
    }
}
