package racecourse.checks.engine.locks.habits;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A thread that a constructor starts before it has assigned every field may see the object half built. */
final class StartedInConstructor implements Habit {
    @Override
    public String id() {
        return "threads.not-from-a-constructor";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        if (!method.node().name.equals("<init>")) {
            return;
        }
        method.eachCall((call, at) -> {
            if (call.name.equals("start")
                    && call.desc.equals("()V")
                    && submission.isSubtype(call.owner, Values.THREAD)
                    && assignsAfter(method, at)) {
                told.of(at, Values.shortName(method.owner().name) + "(…)");
            }
        });
    }

    private static boolean assignsAfter(MethodCode method, int at) {
        for (AbstractInsnNode later :
                method.instructions().subList(at, method.instructions().size())) {
            if (later.getOpcode() == Opcodes.PUTFIELD
                    && later instanceof FieldInsnNode put
                    && put.owner.equals(method.owner().name)) {
                return true;
            }
        }
        return false;
    }
}
