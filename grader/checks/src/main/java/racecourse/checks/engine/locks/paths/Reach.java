package racecourse.checks.engine.locks.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All code that a method may run, paths not looked at: what is not here never happens.
 *
 * @param methods the submission's methods
 * @param foreign calls that lead out of it
 */
public record Reach(List<MethodCode> methods, List<ForeignCall> foreign) {
    /**
     * A call that leads out of the submission.
     *
     * @param owner internal name of the type that is called
     * @param name the method's name
     * @param descriptor its descriptor
     * @param at where
     */
    public record ForeignCall(String owner, String name, String descriptor, Place at) {}

    /**
     * Collects what methods may run.
     *
     * @param submission the classes
     * @param from the methods to begin with
     * @return everything that they may call, whatever the objects are
     */
    public static Reach of(Submission submission, Collection<MethodCode> from) {
        Set<MethodCode> seen = new LinkedHashSet<>(from);
        Deque<MethodCode> due = new ArrayDeque<>(from);
        List<ForeignCall> foreign = new ArrayList<>();
        while (!due.isEmpty()) {
            MethodCode code = due.remove();
            int index = 0;
            for (AbstractInsnNode instruction : code.instructions()) {
                for (MethodCode called : called(submission, code, instruction, index++, foreign)) {
                    if (seen.add(called)) {
                        due.add(called);
                    }
                }
            }
        }
        return new Reach(List.copyOf(seen), List.copyOf(foreign));
    }

    /** Returns the submission's methods that an instruction may call, itself or by a lambda. */
    public static List<MethodCode> called(Submission submission, MethodCode code, int index) {
        return called(submission, code, code.at(index), index, new ArrayList<>());
    }

    private static List<MethodCode> called(
            Submission submission,
            MethodCode code,
            AbstractInsnNode instruction,
            int index,
            List<ForeignCall> foreign) {
        List<MethodCode> found = new ArrayList<>();
        if (instruction instanceof MethodInsnNode call) {
            add(submission, code, index, call.owner, call.name, call.desc, found, foreign);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                    add(submission, code, index, handle.getOwner(), handle.getName(), handle.getDesc(), found, foreign);
                }
            }
        }
        return found;
    }

    private static void add(
            Submission submission,
            MethodCode code,
            int index,
            String owner,
            String name,
            String descriptor,
            List<MethodCode> found,
            List<ForeignCall> foreign) {
        for (ClassNode type : submission.types()) {
            for (MethodNode method : type.methods) {
                boolean special = name.equals("<init>");
                boolean own = special ? type.name.equals(owner) : true;
                if (own && method.name.equals(name) && method.desc.equals(descriptor)) {
                    found.add(submission.code(type, method));
                }
            }
        }
        if (submission.type(owner) == null) {
            foreign.add(new ForeignCall(owner, name, descriptor, code.place(index)));
        } else if (found.isEmpty()) {
            foreign.add(new ForeignCall(submission.foreign(owner), name, descriptor, code.place(index)));
        }
    }

    /** Returns whether a monitor is entered anywhere. */
    public boolean hasMonitor() {
        return methods.stream()
                .anyMatch(method -> method.isSynchronized()
                        || method.instructions().stream()
                                .anyMatch(instruction -> instruction.getOpcode() == Opcodes.MONITORENTER));
    }

    /** Returns whether anything can be done more than once. */
    public boolean hasLoop() {
        for (MethodCode method : methods) {
            int index = 0;
            for (AbstractInsnNode instruction : method.instructions()) {
                if (instruction instanceof JumpInsnNode jump && method.index(jump.label) <= index) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }
}
