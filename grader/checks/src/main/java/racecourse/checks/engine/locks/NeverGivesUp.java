package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Path.Ending;

/** Whoever does not get the lock, or is interrupted, goes on waiting; and the interrupt flag is given back. */
final class NeverGivesUp implements Rule {
    @Override
    public String id() {
        return "locks.never-gives-up";
    }

    @Override
    public String because() {
        return "it waits uninterruptibly: it does its work and returns with the flag still set";
    }

    @Override
    public List<String> says() {
        return List.of("refused-returns", "refused-throws", "interrupted-returns", "interrupted-throws", "flag-lost");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            boolean ends = path.ending() == Ending.RETURNS || path.ending() == Ending.THROWS;
            if (path.isCertain() && ends) {
                gaveUp(inquiry, path, found);
                flagLost(inquiry, path, found);
            }
        }
        return found;
    }

    private void gaveUp(Inquiry inquiry, Path path, List<Finding> found) {
        Event.Refused refused = null;
        Event.Interrupted interrupted = null;
        for (Event event : path.events()) {
            if (event instanceof Event.Refused one) {
                refused = one;
            } else if (event instanceof Event.Interrupted one) {
                interrupted = one;
            } else if (event instanceof Event.Paused
                    || event instanceof Event.Threw
                    || event instanceof Event.StoreRead
                    || event instanceof Event.NotHeld
                    || event instanceof Event.Signalled
                    || event instanceof Event.Changed
                    || (event instanceof Event.Written written
                            && inquiry.number().contains(written.location()))) {
                // it did its work, or something else went wrong
                return;
            }
        }
        if ((refused == null && interrupted == null) || isNullPointer(path)) {
            return;
        }
        boolean always = inquiry.exercise().demands(Exercise.Demand.ALWAYS_WORKS);
        boolean answersFalse = Operand.Constant.class.isInstance(path.result()) && isZero(path.result());
        boolean fails = always
                || (path.ending() == Ending.RETURNS && answersFalse)
                || (path.ending() == Ending.THROWS && interrupted == null && !isIoFailure(path));
        if (!fails) {
            return;
        }
        String how = path.ending() == Ending.RETURNS ? "returns" : "throws";
        if (refused != null) {
            found.add(inquiry.violation(this, "refused-" + how, refused.at())
                    .lock(inquiry.name(refused.lock()))
                    .also(path.at(), "ends")
                    .saying());
        } else if (interrupted != null) {
            found.add(inquiry.violation(this, "interrupted-" + how, interrupted.at())
                    .also(path.at(), "ends")
                    .saying(interrupted.call() + "()"));
        }
    }

    private static boolean isZero(@Nullable Operand result) {
        return result instanceof Operand.Constant constant && Integer.valueOf(0).equals(constant.content());
    }

    private static boolean isNullPointer(Path path) {
        return path.result() instanceof Operand.Thrown thrown && thrown.type().equals("java/lang/NullPointerException");
    }

    private static boolean isIoFailure(Path path) {
        return path.result() instanceof Operand.Thrown thrown && thrown.type().endsWith("IOException");
    }

    private void flagLost(Inquiry inquiry, Path path, List<Finding> found) {
        if (path.interrupt() != Path.InterruptFlag.CLEARED) {
            return;
        }
        Event.Interrupted last = null;
        for (Event event : path.events()) {
            if (event instanceof Event.Interrupted one) {
                last = one;
            } else if (event instanceof Event.Threw && path.ending() == Ending.THROWS) {
                // what was thrown reaches the caller; whether the flag does is another question
                return;
            }
        }
        if (last != null && !isNullPointer(path)) {
            found.add(inquiry.violation(this, "flag-lost", last.at())
                    .also(path.at(), "ends")
                    .saying(last.call() + "()"));
        }
    }
}
