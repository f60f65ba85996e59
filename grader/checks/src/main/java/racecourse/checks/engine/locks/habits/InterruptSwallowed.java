package racecourse.checks.engine.locks.habits;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A {@code catch (InterruptedException e)} without a statement in it: whoever interrupted is not heard. */
final class InterruptSwallowed implements Habit {
    @Override
    public String id() {
        return "interrupts.not-swallowed";
    }

    /** A thread that the submission has made, and nobody else knows, may go on by design. */
    @Override
    public boolean concernsCallersOnly() {
        return true;
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            if ("java/lang/InterruptedException".equals(block.type)) {
                int handler = method.node().instructions.indexOf(block.handler);
                int first = method.next(handler);
                int then = first < 0 ? -1 : method.next(first + 1);
                if (dropsIt(method, first) && (then < 0 || goesOn(method, handler, then))) {
                    told.of(first, "InterruptedException");
                }
            }
        }
    }

    private static boolean dropsIt(MethodCode method, int at) {
        if (at < 0) {
            return false;
        }
        int opcode = method.instructions().get(at).getOpcode();
        return opcode == Opcodes.ASTORE || opcode == Opcodes.POP;
    }

    /** Whether nothing is left of the handler: it leaves, or is where the code goes on that the exception did not leave. */
    private static boolean goesOn(MethodCode method, int handler, int at) {
        List<AbstractInsnNode> instructions = method.instructions();
        int opcode = instructions.get(at).getOpcode();
        if (opcode == Opcodes.GOTO || opcode == Opcodes.RETURN) {
            return true;
        }
        int before = method.before(handler);
        return before >= 0
                && instructions.get(before).getOpcode() == Opcodes.GOTO
                && instructions.get(before) instanceof JumpInsnNode over
                && method.next(method.node().instructions.indexOf(over.label)) == at;
    }
}
