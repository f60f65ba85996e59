package racecourse.checks.engine.locks.habits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** {@code setDaemon} on a thread that was started throws: a straight piece of code that does it in this order. */
final class DaemonTooLate implements Habit {
    @Override
    public String id() {
        return "threads.daemon-before-start";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        Map<Integer, Integer> started = new HashMap<>();
        List<AbstractInsnNode> instructions = method.instructions();
        for (int at = 0; at < instructions.size(); at++) {
            AbstractInsnNode instruction = instructions.get(at);
            if (Values.isBorder(instruction)) {
                started.clear();
            } else if (instruction.getOpcode() == Opcodes.ASTORE && instruction instanceof VarInsnNode store) {
                started.remove(store.var);
            } else if (instruction instanceof MethodInsnNode call && submission.isSubtype(call.owner, Values.THREAD)) {
                int variable = Values.variableOfReceiver(method, at);
                if (call.name.equals("start") && call.desc.equals("()V") && variable >= 0) {
                    started.put(variable, at);
                } else if (call.name.equals("setDaemon") && started.containsKey(variable)) {
                    told.of(at, "setDaemon(…)");
                }
            }
        }
    }
}
