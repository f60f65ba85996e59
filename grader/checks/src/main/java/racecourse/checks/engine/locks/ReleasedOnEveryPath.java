package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;

/** Whoever acquires a lock gives it back, however the call ends; and nobody gives back what he does not hold. */
final class ReleasedOnEveryPath implements Rule {
    @Override
    public String id() {
        return "locks.released-on-every-path";
    }

    @Override
    public String because() {
        return "whatever a pause throws reaches the caller, nothing has changed and the mutex is free";
    }

    @Override
    public List<String> says() {
        return List.of("leak-returns", "leak-throws", "not-held");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.allPaths()) {
            if (!path.isCertain()) {
                continue;
            }
            boolean ends = path.ending() == Path.Ending.RETURNS || path.ending() == Path.Ending.THROWS;
            if (ends) {
                path.holds().stream()
                        .filter(hold -> isLeak(inquiry, path, hold))
                        .forEach(hold -> found.add(leak(inquiry, path, hold)));
            }
            for (Event event : path.events()) {
                if (event instanceof Event.NotHeld notHeld) {
                    String lock = inquiry.name(notHeld.lock());
                    found.add(inquiry.violation(this, "not-held", notHeld.at())
                            .lock(lock)
                            .saying());
                }
            }
        }
        return found;
    }

    private static boolean isLeak(Inquiry inquiry, Path path, Hold hold) {
        return switch (hold.kind()) {
            // another thread may give a permit back
            case SEMAPHORE -> hold.exclusion() == Hold.Exclusion.YES && !Threads.mayStart(inquiry.model());
            // until the channel is closed, and nobody else knows the channel
            case FILE ->
                hold.lock() instanceof Operand.Answer && !path.escaped().contains(hold.lock());
            default ->
                hold.exclusion() == Hold.Exclusion.YES
                        || (hold.exclusion() == Hold.Exclusion.SHARED && hold.mode() == Hold.Mode.READ);
        };
    }

    private Finding leak(Inquiry inquiry, Path path, Hold hold) {
        String how = path.ending() == Path.Ending.RETURNS ? "returns" : "throws";
        Inquiry.Found leak = inquiry.violation(this, "leak-" + how, hold.at()).lock(inquiry.name(hold));
        Event last = null;
        for (Event event : path.events()) {
            if (event instanceof Event.Threw) {
                last = event;
            }
        }
        if (last instanceof Event.Threw threw && path.ending() == Path.Ending.THROWS) {
            leak.also(threw.at(), "throws", threw.call() + "()");
        } else {
            leak.also(path.at(), "ends");
        }
        return leak.saying();
    }
}
