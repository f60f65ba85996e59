package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Path;

/** Whoever signals, or waits for a signal, holds the lock that the signal belongs to. */
final class SignalsWithLock implements Rule {
    @Override
    public String id() {
        return "signals.with-the-lock";
    }

    @Override
    public String because() {
        return "a call does its work and returns: it throws nothing that the contract does not name";
    }

    @Override
    public List<String> says() {
        return List.of("signal-not-held");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.allPaths()) {
            for (int i = 0; i < path.events().size() && path.isFollowedUntil(i); i++) {
                if (path.events().get(i) instanceof Event.Signalled signalled) {
                    found.add(inquiry.advice(this, "signal-not-held", signalled.at())
                            .lock(inquiry.name(signalled.lock()))
                            .saying(signalled.call()));
                }
            }
        }
        return found;
    }
}
