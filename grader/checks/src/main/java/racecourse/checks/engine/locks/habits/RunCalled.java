package racecourse.checks.engine.locks.habits;

import org.objectweb.asm.Opcodes;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** {@code Thread.run()} runs on the caller's thread; {@code start()} is what makes a new one. */
final class RunCalled implements Habit {
    @Override
    public String id() {
        return "threads.started-not-run";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        method.eachCall((call, at) -> {
            // super.run() of a subclass is on the new thread already
            if (call.getOpcode() != Opcodes.INVOKESPECIAL
                    && call.name.equals("run")
                    && call.desc.equals("()V")
                    && submission.isSubtype(call.owner, Values.THREAD)) {
                told.of(at, Values.shortName(call.owner) + ".run()");
            }
        });
    }
}
