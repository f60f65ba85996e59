package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Phase;

/** The lock belongs to the object: one for each, for good, and nobody else's. */
final class OwnLock implements Rule {
    @Override
    public String id() {
        return "locks.lock-private-final";
    }

    @Override
    public String because() {
        return "no call on one object waits for a call on another, and n calls take exactly n off";
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        Set<Operand> used = new LinkedHashSet<>();
        for (Path path : inquiry.takingPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                Event event = path.events().get(i);
                if (event instanceof Event.Acquired acquired) {
                    used.add(acquired.hold().lock());
                } else if (event instanceof Paused paused && path.isCertainUntil(i)) {
                    paused.holds().forEach(hold -> judge(inquiry, hold, found));
                    replaced(inquiry, path, paused, found);
                }
            }
        }
        used.forEach(lock -> advise(inquiry, lock, found));
        return found;
    }

    private void judge(Inquiry inquiry, Hold hold, List<Finding> found) {
        if (hold.mode() != Hold.Mode.WRITE || hold.exclusion() != Hold.Exclusion.YES) {
            return;
        }
        String stem = shared(hold.lock());
        if (hold.lock() instanceof Operand.Argument && hold.kind() != Hold.Kind.MONITOR) {
            return;
        }
        if (!stem.isEmpty()) {
            found.add(inquiry.violation(this, stem, hold.at())
                    .lock(inquiry.name(hold))
                    .saying());
        }
    }

    /** Why two objects lock the same; empty if they do not. */
    private static String shared(Operand lock) {
        if (lock instanceof Operand.Fresh fresh) {
            return fresh.phase() == Phase.CLASS ? "lock-static" : "";
        } else if (lock instanceof Operand.Constant constant) {
            return constant.content() instanceof Type ? "lock-class" : "lock-interned";
        } else if (lock instanceof Operand.Stable stable) {
            return stable.base() instanceof Operand.Statics
                            && stable.field().owner().startsWith("java/")
                    ? "lock-interned"
                    : "";
        } else if (lock instanceof Operand.Boxed boxed) {
            boolean cached = boxed.content() instanceof Operand.Constant constant
                    && constant.content() instanceof Integer number
                    && number >= -128
                    && number <= 127;
            return cached ? "lock-interned" : "";
        } else if (lock instanceof Operand.Argument argument && argument.phase() == Phase.CONSTRUCTION) {
            return argument.descriptor().equals("Lracecourse/contract/Pause;") ? "lock-given" : "lock-of-the-store";
        }
        return "";
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

    private void advise(Inquiry inquiry, Operand lock, List<Finding> found) {
        for (Location home : inquiry.model().homes(lock)) {
            boolean own = home.base() instanceof Operand.Self || home.base() instanceof Operand.Statics;
            if (own
                    && lock instanceof Operand.Fresh
                    && !(home.field().isPrivate() && home.field().declaredFinal())) {
                var type = inquiry.model().submission().type(home.field().owner());
                String file = home.field().owner() + ".java";
                var at = new racecourse.checks.engine.locks.paths.Place(
                        type == null ? home.field().owner() : type.name, "<init>", file, 0);
                found.add(new Inquiry.Found(this, Level.ADVICE, "lock-open", at)
                        .lock(inquiry.name(lock))
                        .field(home.field().name())
                        .saying());
            }
        }
    }
}
