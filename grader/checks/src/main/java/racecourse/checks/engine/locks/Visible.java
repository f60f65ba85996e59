package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Operands;
import racecourse.checks.engine.locks.paths.Path;

/** Who reads a plain field has acquired something that the writer has released. */
final class Visible implements Rule {
    @Override
    public String id() {
        return "locks.common-guard";
    }

    @Override
    public String because() {
        return "a completed call is seen by every later look of any thread, with no join";
    }

    @Override
    public List<String> says() {
        return List.of("guard-missing", "guard-other", "static-number");
    }

    /** A read that a method answers with, and the guards that were acquired before. */
    private record Look(Path path, Event.Read read, List<Hold> locks, List<Location> volatiles) {}

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path looking : inquiry.lookingPaths()) {
            for (Look look : looks(looking)) {
                inquiry.takingPaths().forEach(taking -> judge(inquiry, look, taking, found));
            }
        }
        found.addAll(statics(inquiry));
        return found;
    }

    private static List<Look> looks(Path path) {
        List<Look> looks = new ArrayList<>();
        if (!path.isCertain() || path.ending() != Path.Ending.RETURNS) {
            return looks;
        }
        Operand result = path.result();
        if (result == null) {
            return looks;
        }
        List<Hold> locks = new ArrayList<>();
        List<Location> volatiles = new ArrayList<>();
        for (Event event : path.events()) {
            if (event instanceof Event.Read read) {
                boolean plain =
                        !read.location().field().isVolatile() && read.location().isCertain();
                if (plain && Operands.mentions(result, read.result(), path.heap())) {
                    looks.add(new Look(path, read, List.copyOf(locks), List.copyOf(volatiles)));
                } else if (read.location().field().isVolatile()) {
                    volatiles.add(read.location());
                }
            } else if (event instanceof Event.Acquired acquired) {
                locks.add(acquired.hold());
            } else if (!(event instanceof Event.Released || event instanceof Event.Written)) {
                // orders memory in some way, or may
                return looks;
            }
        }
        return looks;
    }

    private void judge(Inquiry inquiry, Look look, Path taking, List<Finding> found) {
        if (!taking.isCertain() || taking.ending() != Path.Ending.RETURNS) {
            return;
        }
        List<Event> events = taking.events();
        int last = -1;
        for (int i = 0; i < events.size(); i++) {
            boolean writes = events.get(i) instanceof Event.Written written
                    && written.location().equals(look.read().location());
            last = writes ? i : last;
        }
        if (last < 0) {
            return;
        }
        for (Event event : events.subList(last + 1, events.size())) {
            boolean met = (event instanceof Event.Released released
                            && look.locks().stream().anyMatch(lock -> mayMeet(lock, released.hold())))
                    || (event instanceof Event.Written written
                            && written.location().field().isVolatile()
                            && look.volatiles().stream().anyMatch(location -> location.field()
                                    .equals(written.location().field())))
                    || event instanceof Event.Changed
                    || event instanceof Event.Ordered
                    || event instanceof Event.Waited
                    || event instanceof Event.StoreWritten;
            boolean acquiredNothing = look.locks().isEmpty() && look.volatiles().isEmpty();
            if (met && !acquiredNothing) {
                return;
            }
        }
        String field = inquiry.name(look.read().location());
        Event write = events.get(last);
        String stem = look.locks().isEmpty() ? "guard-missing" : "guard-other";
        found.add(inquiry.violation(this, stem, look.read().at())
                .field(field)
                .lock(look.locks().isEmpty() ? "" : inquiry.name(look.locks().get(0)))
                .also(write.at(), "written", field)
                .saying());
    }

    /** A monitor and a lock of one object are two guards. */
    private static boolean mayMeet(Hold acquired, Hold released) {
        return acquired.kind() == released.kind() && !Operands.areDistinct(acquired.lock(), released.lock());
    }

    /** A static number is every object's number. */
    private List<Finding> statics(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        var constructor = inquiry.model().construction().constructor();
        if (constructor == null) {
            return found;
        }
        constructor
                .certain()
                .filter(path -> path.ending() == Path.Ending.RETURNS)
                .forEach(path -> {
                    for (Event event : path.events()) {
                        if (event instanceof Event.Written written
                                && written.location().field().isStatic()
                                && written.value() instanceof Operand.Argument
                                && inquiry.number().contains(written.location())) {
                            found.add(inquiry.violation(this, "static-number", written.at())
                                    .field(inquiry.name(written.location()))
                                    .saying());
                        }
                    }
                });
        return found;
    }
}
