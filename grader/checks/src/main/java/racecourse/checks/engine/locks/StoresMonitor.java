package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Phase;

/** What the constructor was given to work on is not locked across the pause. */
final class StoresMonitor implements Rule {
    @Override
    public String id() {
        return "locks.store-monitor";
    }

    @Override
    public String because() {
        return "the store's own monitor is the store's";
    }

    @Override
    public List<String> says() {
        return List.of("lock-of-the-store");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                if (path.events().get(i) instanceof Paused paused && path.isCertainUntil(i)) {
                    paused.holds().stream()
                            .filter(StoresMonitor::isGiven)
                            .map(hold -> inquiry.violation(this, "lock-of-the-store", hold.at())
                                    .lock(inquiry.name(hold))
                                    .saying())
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isGiven(Hold hold) {
        return hold.kind() == Hold.Kind.MONITOR
                && hold.lock() instanceof Operand.Argument argument
                && argument.phase() == Phase.CONSTRUCTION
                && argument.descriptor().startsWith("Lracecourse/contract/tickets/");
    }
}
