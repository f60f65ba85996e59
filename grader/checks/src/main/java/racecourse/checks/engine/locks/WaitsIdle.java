package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Path;

/** Waiting costs no CPU: nobody goes in circles to look whether it is his turn. */
final class WaitsIdle implements Rule {
    @Override
    public String id() {
        return "locks.waits-idle";
    }

    @Override
    public String because() {
        return "waiting costs no CPU; waking at intervals to look at state that a signal should announce is not allowed";
    }

    @Override
    public List<String> says() {
        return List.of("tries-in-circles", "looks-at-intervals", "spins");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            if (path.ending() != Path.Ending.REPEATS || path.unknown() != null) {
                continue;
            }
            List<Event> circle =
                    path.events().subList(path.repeats(), path.events().size());
            Finding finding = judge(inquiry, path, circle);
            if (finding != null) {
                found.add(finding);
            }
        }
        return found;
    }

    private @Nullable Finding judge(Inquiry inquiry, Path path, List<Event> circle) {
        Event.Refused refused = null;
        Event.Slept slept = null;
        Event.Read read = null;
        for (Event event : circle) {
            if (event instanceof Event.Refused one) {
                if (one.timed()) {
                    return null;
                }
                refused = one;
            } else if (event instanceof Event.Slept one) {
                slept = one;
            } else if (event instanceof Event.Read one) {
                read = one;
            } else if (event instanceof Event.Acquired acquired && !acquired.waits()) {
                return null;
            } else if (!(event instanceof Event.Acquired
                    || event instanceof Event.Released
                    || event instanceof Event.Blocked
                    || (event instanceof Event.Interrupted && slept != null))) {
                // it waits, or does work, or something that is not followed
                return null;
            }
        }
        if (refused != null && path.isCertain()) {
            return inquiry.violation(this, "tries-in-circles", refused.at())
                    .lock(inquiry.name(refused.lock()))
                    .saying();
        }
        // the round before the first that is compared has begun to depend on what others do, and no sooner
        boolean comesHere = path.isCertainUntil(path.repeats() - circle.size() - 1);
        if (refused != null || read == null || !comesHere || !isWritten(inquiry, read)) {
            return null;
        }
        String field = inquiry.name(read.location());
        if (slept != null) {
            return inquiry.violation(this, "looks-at-intervals", slept.at())
                    .field(field)
                    .also(read.at(), "read", field)
                    .saying(slept.call() + "()");
        }
        boolean onlyReads = circle.stream().allMatch(event -> event instanceof Event.Read);
        return onlyReads
                ? inquiry.violation(this, "spins", read.at()).field(field).saying()
                : null;
    }

    private static boolean isWritten(Inquiry inquiry, Event.Read read) {
        return inquiry.takingPaths().stream()
                .flatMap(path -> path.events().stream())
                .anyMatch(event -> event instanceof Event.Written written
                        && written.location().equals(read.location()));
    }
}
