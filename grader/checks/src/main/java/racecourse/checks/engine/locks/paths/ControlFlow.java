package racecourse.checks.engine.locks.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where control may go inside one method: every branch may be taken, and everything in a {@code try} may throw. */
public final class ControlFlow {
    private final List<List<Integer>> next;

    private ControlFlow(List<List<Integer>> next) {
        this.next = next;
    }

    /**
     * Reads a method.
     *
     * @param method the method
     * @return its branches
     */
    public static ControlFlow of(MethodCode method) {
        List<List<Integer>> next = new ArrayList<>();
        int index = 0;
        for (AbstractInsnNode instruction : method.instructions()) {
            next.add(following(method, instruction, index++));
        }
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            for (int at = method.index(block.start); at < method.index(block.end); at++) {
                next.get(at).add(method.index(block.handler));
            }
        }
        return new ControlFlow(next);
    }

    private static List<Integer> following(MethodCode method, AbstractInsnNode instruction, int index) {
        List<Integer> following = new ArrayList<>();
        int opcode = instruction.getOpcode();
        if (instruction instanceof JumpInsnNode jump) {
            following.add(method.index(jump.label));
        } else if (instruction instanceof TableSwitchInsnNode table) {
            add(method, table.dflt, table.labels, following);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            add(method, lookup.dflt, lookup.labels, following);
        }
        boolean ends = opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
        if (!ends && index + 1 < method.instructions().size()) {
            following.add(index + 1);
        }
        return following;
    }

    private static void add(MethodCode method, LabelNode otherwise, List<LabelNode> labels, List<Integer> following) {
        following.add(method.index(otherwise));
        labels.forEach(label -> following.add(method.index(label)));
    }

    /** Returns the instructions that may run after one. */
    public Set<Integer> after(int at) {
        Set<Integer> seen = new TreeSet<>(next.get(at));
        Deque<Integer> due = new ArrayDeque<>(seen);
        while (!due.isEmpty()) {
            for (int one : next.get(due.remove())) {
                if (seen.add(one)) {
                    due.add(one);
                }
            }
        }
        return seen;
    }

    /** Returns whether an instruction may run again. */
    public boolean comesBackTo(int at) {
        return after(at).contains(at);
    }
}
