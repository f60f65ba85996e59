package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Hold.Exclusion;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;

/** The pause is called with a lock held that keeps every other thread out. */
final class PauseInside implements Rule {
    @Override
    public String id() {
        return "locks.pause-inside";
    }

    @Override
    public String because() {
        return "the pause is called on the calling thread and inside its own mutual exclusion";
    }

    @Override
    public List<String> says() {
        return List.of(
                "pause-outside",
                "pause-lets-others-in",
                "lock-per-call",
                "lock-per-thread",
                "lock-per-argument",
                "pause-without-file-lock");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        for (Path path : inquiry.takingPaths()) {
            for (int i = 0; i < path.events().size(); i++) {
                Event event = path.events().get(i);
                if (event instanceof Paused paused && path.isCertainUntil(i)) {
                    boolean porous = paused.holds().stream().allMatch(Hold::isPorous);
                    if (porous && !Changes.before(path, i)) {
                        found.add(finding(inquiry, paused));
                    }
                    if (inquiry.needsFileLock() && paused.holds().stream().noneMatch(PauseInside::keepsProcessesOut)) {
                        found.add(inquiry.violation(this, "pause-without-file-lock", paused.at())
                                .saying());
                    }
                }
            }
        }
        return found;
    }

    private static boolean keepsProcessesOut(Hold hold) {
        return hold.kind() == Hold.Kind.FILE && hold.mode() == Hold.Mode.WRITE;
    }

    private Finding finding(Inquiry inquiry, Paused paused) {
        if (paused.holds().isEmpty()) {
            return inquiry.violation(this, "pause-outside", paused.at()).saying();
        }
        Hold hold = paused.holds().get(0);
        String stem = "pause-lets-others-in";
        if (hold.exclusion() == Exclusion.NOBODY) {
            stem = hold.lock() instanceof Operand.CurrentThread
                    ? "lock-per-thread"
                    : hold.lock() instanceof Operand.Argument ? "lock-per-argument" : "lock-per-call";
        }
        return inquiry.violation(this, stem, paused.at())
                .lock(inquiry.name(hold))
                .also(hold.at(), "acquired", inquiry.name(hold))
                .saying();
    }
}
