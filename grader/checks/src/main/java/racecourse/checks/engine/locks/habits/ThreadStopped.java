package racecourse.checks.engine.locks.habits;

import java.util.Set;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A thread that is stopped from outside leaves what it guards half changed, or its locks taken. */
final class ThreadStopped implements Habit {
    private static final Set<String> STOPS = Set.of("stop", "suspend", "resume", "destroy");

    @Override
    public String id() {
        return "threads.never-stopped";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        method.eachCall((call, at) -> {
            // a subclass may have a stop() of its own
            if (STOPS.contains(call.name)
                    && call.desc.equals("()V")
                    && submission.isSubtype(call.owner, Values.THREAD)
                    && submission.named(call.owner, call.name).isEmpty()) {
                told.of(at, "Thread." + call.name + "()");
            }
        });
    }
}
