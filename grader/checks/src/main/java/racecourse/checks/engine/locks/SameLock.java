package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;

/** The lock of an object is the same object for good. */
final class SameLock implements Rule {
    @Override
    public String id() {
        return "locks.lock-never-replaced";
    }

    @Override
    public String because() {
        return "while one thread is inside, every other one waits outside";
    }

    @Override
    public List<String> says() {
        return List.of("lock-replaced");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                if (path.events().get(i) instanceof Paused paused && path.isCertainUntil(i)) {
                    replaced(inquiry, path, paused, found);
                }
            }
        }
        return found;
    }

    /** The lock is what a field holds, and the field gets another object in the same call. */
    private void replaced(Inquiry inquiry, Path path, Paused paused, List<Finding> found) {
        if (paused.holds().isEmpty()) {
            return;
        }
        for (Hold hold : paused.holds()) {
            boolean fromField = hold.lock() instanceof Operand.Seen
                    && (hold.kind() == Hold.Kind.MONITOR || hold.kind() == Hold.Kind.LOCK);
            if (!fromField && !hold.isPorous()) {
                return;
            }
        }
        for (int i = 0; i < path.events().size(); i++) {
            if (!(path.events().get(i) instanceof Event.Written written) || !path.isCertainUntil(i)) {
                continue;
            }
            for (Hold hold : paused.holds()) {
                if (hold.lock() instanceof Operand.Seen seen
                        && seen.location().equals(written.location())
                        && isOther(written.value())) {
                    String field = inquiry.name(written.location());
                    found.add(inquiry.violation(this, "lock-replaced", hold.at())
                            .lock(field)
                            .field(field)
                            .also(written.at(), "written", field)
                            .saying());
                }
            }
        }
    }

    private static boolean isOther(Operand value) {
        return value instanceof Operand.Fresh
                || (value instanceof Operand.Boxed boxed && boxed.content() instanceof Operand.Sum);
    }
}
