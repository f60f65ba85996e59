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

/** The lock belongs to the object: one for each, private and final. */
final class OwnLock implements Rule {
    @Override
    public String id() {
        return "locks.lock-of-its-own";
    }

    @Override
    public String because() {
        return "no call on one object waits for a call on another";
    }

    @Override
    public List<String> says() {
        return List.of("lock-static", "lock-class", "lock-interned", "lock-given", "lock-open");
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
        String stem = sharedByObjects(hold);
        if (!stem.isEmpty()) {
            found.add(inquiry.violation(this, stem, hold.at())
                    .lock(inquiry.name(hold))
                    .saying());
        }
    }

    /** Why two objects lock the same; empty if they do not. */
    static String sharedByObjects(Hold hold) {
        Operand lock = hold.lock();
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
        } else if (hold.kind() == Hold.Kind.MONITOR && isThePause(lock)) {
            return "lock-given";
        }
        return "";
    }

    private static boolean isThePause(Operand lock) {
        return lock instanceof Operand.Argument argument
                && argument.phase() == Phase.CONSTRUCTION
                && argument.descriptor().equals("Lracecourse/contract/Pause;");
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
