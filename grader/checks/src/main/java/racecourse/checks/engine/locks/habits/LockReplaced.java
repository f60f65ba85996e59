package racecourse.checks.engine.locks.habits;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import racecourse.checks.engine.locks.paths.FieldName;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A lock in a field that is assigned again: two threads may hold two locks. */
final class LockReplaced implements Habit {
    private static final String LOCK = "java/util/concurrent/locks/Lock";

    @Override
    public String id() {
        return "locks.kept-in-a-final-field";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        List<AbstractInsnNode> instructions = method.instructions();
        for (int at = 0; at < instructions.size(); at++) {
            AbstractInsnNode instruction = instructions.get(at);
            AbstractInsnNode source = null;
            if (instruction.getOpcode() == Opcodes.MONITORENTER) {
                source = Values.lockedAt(method, at);
            } else if (instruction instanceof MethodInsnNode call
                    && call.name.equals("lock")
                    && submission.isSubtype(call.owner, LOCK)) {
                int before = method.before(at);
                source = before < 0 ? null : instructions.get(before);
            }
            if (source instanceof FieldInsnNode get) {
                FieldName field = submission.field(get);
                if (!field.fixed() && submission.type(get.owner) != null) {
                    told.of(at, field.name());
                }
            }
        }
    }
}
