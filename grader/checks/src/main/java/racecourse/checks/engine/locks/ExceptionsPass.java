package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;

/** What the pause or a store throws reaches the caller, the very object. */
final class ExceptionsPass implements Rule {
    @Override
    public String id() {
        return "locks.exceptions-pass";
    }

    @Override
    public String because() {
        return "whatever a pause or a store throws, any Throwable, reaches the caller, the very object thrown";
    }

    @Override
    public List<String> says() {
        return List.of("exception-swallowed", "exception-replaced");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            if (!path.isCertain()) {
                continue;
            }
            for (Event event : path.events()) {
                if (event instanceof Event.Threw threw && threw.contract()) {
                    if (path.ending() == Path.Ending.RETURNS) {
                        found.add(finding(inquiry, path, threw, "exception-swallowed"));
                    } else if (path.ending() == Path.Ending.THROWS && isOther(path, threw)) {
                        found.add(finding(inquiry, path, threw, "exception-replaced"));
                    }
                }
            }
        }
        return found;
    }

    /** Two things thrown by one line, one after the other, are not told apart, and are not looked at. */
    private static boolean isOther(Path path, Event.Threw threw) {
        return path.result() instanceof Operand.Thrown thrown && !thrown.site().equals(threw.site());
    }

    private Finding finding(Inquiry inquiry, Path path, Event.Threw threw, String stem) {
        return inquiry.violation(this, stem, threw.at()).also(path.at(), "ends").saying(threw.call() + "()");
    }
}
