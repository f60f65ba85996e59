package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;

/** A call that takes one pauses once, whatever happens around it. */
final class PausesOnce implements Rule {
    @Override
    public String id() {
        return "locks.pauses-once";
    }

    @Override
    public String because() {
        return "the pause is called exactly once in a call that takes one";
    }

    @Override
    public List<String> says() {
        return List.of("pause-missing", "pauses-twice");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            if (leavesOut(inquiry, path)) {
                found.add(inquiry.violation(this, "pause-missing", path.at()).saying());
            }
            int times = 0;
            Event first = null;
            for (int i = 0; i < path.events().size(); i++) {
                Event event = path.events().get(i);
                if (event instanceof Paused && path.isCertainUntil(i)) {
                    times++;
                    if (times == 2) {
                        found.add(inquiry.violation(this, "pauses-twice", event.at())
                                .also(java.util.Objects.requireNonNull(first).at(), "paused")
                                .saying());
                    }
                    first = first == null ? event : first;
                }
            }
        }
        return found;
    }

    /** It has done its work, or should have, and has not paused. */
    private static boolean leavesOut(Inquiry inquiry, Path path) {
        if (!path.isCertain()
                || path.ending() != Path.Ending.RETURNS
                || path.events().stream().anyMatch(event -> event instanceof Paused)) {
            return false;
        }
        boolean sells = path.result() instanceof Operand.Constant constant
                && Integer.valueOf(1).equals(constant.content());
        return sells || inquiry.exercise().demands(Exercise.Demand.ALWAYS_WORKS);
    }
}
