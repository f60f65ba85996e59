package racecourse.checks.engine.locks.habits;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A lock that is acquired inside the {@code try} whose {@code finally} gives it back: if that fails, so does this. */
final class LockInsideTry implements Habit {
    private static final String LOCK = "java/util/concurrent/locks/Lock";

    @Override
    public String id() {
        return "locks.acquired-before-try";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        method.eachCall((call, at) -> {
            boolean acquires = call.name.equals("lock") || call.name.equals("lockInterruptibly");
            if (acquires && submission.isSubtype(call.owner, LOCK)) {
                String lock = Values.receiver(method, at);
                if (!lock.isEmpty() && isReleasedByItsOwnTry(submission, method, at, lock)) {
                    told.of(at, lock + "." + call.name + "()");
                }
            }
        });
    }

    private static boolean isReleasedByItsOwnTry(Submission submission, MethodCode method, int at, String lock) {
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            boolean covers = block.type == null
                    && method.node().instructions.indexOf(block.start) <= at
                    && at < method.node().instructions.indexOf(block.end);
            if (covers && releases(submission, method, block, lock)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the straight code of a finally unlocks this lock. */
    private static boolean releases(Submission submission, MethodCode method, TryCatchBlockNode block, String lock) {
        List<AbstractInsnNode> instructions = method.instructions();
        int at = method.node().instructions.indexOf(block.handler);
        for (; at < instructions.size() && instructions.get(at).getOpcode() != Opcodes.ATHROW; at++) {
            if (instructions.get(at) instanceof MethodInsnNode call
                    && call.name.equals("unlock")
                    && submission.isSubtype(call.owner, LOCK)
                    && Values.receiver(method, at).equals(lock)) {
                return true;
            }
        }
        return false;
    }
}
