package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Mechanisms;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Reach.ForeignCall;

/** The guard is a mutex: not an atomic variable, not a VarHandle. */
final class MutexOnly implements Rule {
    private static final List<String> ATOMIC =
            List.of("java/util/concurrent/atomic/", "java/lang/invoke/VarHandle", "sun/misc/Unsafe");
    /** Calls on threads that let time pass or look, and wait for nobody. */
    private static final Set<String> PASSING =
            Set.of("currentThread", "yield", "onSpinWait", "sleep", "interrupted", "isInterrupted", "interrupt");

    @Override
    public String id() {
        return "locks.forbidden-shortcut";
    }

    @Override
    public String because() {
        return "guarded by a mutex, not by anything of java.util.concurrent.atomic, a VarHandle, or spinning";
    }

    @Override
    public List<String> says() {
        return List.of("atomic-guard", "atomic-no-guard", "atomic-holder", "atomic-somewhere");
    }

    @Override
    public List<Finding> findings(Inquiry inquiry) {
        List<Finding> found = new ArrayList<>();
        if (!inquiry.exercise().demands(Exercise.Demand.MUTEX_ONLY)) {
            return found;
        }
        Reach reach = inquiry.model().reach(inquiry.exercise().taking());
        List<ForeignCall> atomics =
                reach.foreign().stream().filter(MutexOnly::isAtomic).toList();
        if (atomics.isEmpty()) {
            return found;
        }
        ForeignCall first =
                atomics.stream().filter(MutexOnly::changes).findFirst().orElse(atomics.get(0));
        String name = first.owner().substring(first.owner().lastIndexOf('/') + 1) + "." + first.name() + "()";
        boolean blocks = reach.hasMonitor() || reach.foreign().stream().anyMatch(MutexOnly::mayBlock);
        if (!blocks) {
            String stem = changes(first) ? "atomic-guard" : "atomic-no-guard";
            found.add(inquiry.violation(this, stem, first.at()).saying(name));
        } else if (isHolderOnly(inquiry)) {
            found.add(new Inquiry.Found(this, Level.ADVICE, "atomic-holder", first.at()).saying(name));
        } else {
            found.add(new Inquiry.Found(this, Level.NOT_JUDGED, "atomic-somewhere", first.at()).saying(name));
        }
        return found;
    }

    private static boolean isAtomic(ForeignCall call) {
        return ATOMIC.stream().anyMatch(prefix -> call.owner().startsWith(prefix));
    }

    private static boolean changes(ForeignCall call) {
        String name = call.name().toLowerCase(java.util.Locale.ROOT);
        return name.contains("and") || name.contains("compare") || name.equals("decrement") || name.equals("add");
    }

    /** Anything that may stand for a lock, known or not. */
    private static boolean mayBlock(ForeignCall call) {
        return !isAtomic(call)
                && !Mechanisms.isOfTheKit(call.owner())
                && !(call.owner().equals("java/lang/Thread") && PASSING.contains(call.name()))
                && !Mechanisms.isPlain(call.owner(), call.name(), call.descriptor());
    }

    /** Every change is made under a lock that the model knows. */
    private static boolean isHolderOnly(Inquiry inquiry) {
        for (Path path : inquiry.takingPaths()) {
            if (path.unknown() != null) {
                return false;
            }
            for (Event event : path.events()) {
                boolean bare = event instanceof Event.Changed changed
                        && changed.holds().stream().noneMatch(hold -> hold.exclusion() == Hold.Exclusion.YES);
                if (bare) {
                    return false;
                }
            }
        }
        return true;
    }
}
