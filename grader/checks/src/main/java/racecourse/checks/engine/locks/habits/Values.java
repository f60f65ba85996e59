package racecourse.checks.engine.locks.habits;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import racecourse.checks.engine.locks.paths.MethodCode;

/** Where a value on the stack comes from, as far as the instructions right before tell. */
final class Values {
    static final String THREAD = "java/lang/Thread";

    private Values() {}

    static String shortName(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
    }

    /** Whether control may come from elsewhere, or go there: what was known of the lines above is no longer. */
    static boolean isBorder(AbstractInsnNode instruction) {
        return instruction instanceof JumpInsnNode
                || instruction instanceof TableSwitchInsnNode
                || instruction instanceof LookupSwitchInsnNode;
    }

    /**
     * Returns the local variable on which a call is made, where it is pushed right before arguments that are one
     * instruction each; -1 if it is none.
     */
    static int variableOfReceiver(MethodCode method, int call) {
        AbstractInsnNode pushed = receiverOf(method, call);
        return pushed instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD ? load.var : -1;
    }

    /** Returns a name for what a call is made on, the same for the same variable or field; empty where it has none. */
    static String receiver(MethodCode method, int call) {
        AbstractInsnNode pushed = receiverOf(method, call);
        if (pushed instanceof FieldInsnNode field) {
            return field.name;
        }
        if (pushed instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
            return method.node().localVariables == null
                    ? ""
                    : method.node().localVariables.stream()
                            .filter(variable ->
                                    variable.index == load.var && spans(method, variable.start, variable.end, call))
                            .map(variable -> variable.name)
                            .findFirst()
                            .orElse("");
        }
        return "";
    }

    private static boolean spans(MethodCode method, LabelNode start, LabelNode end, int at) {
        return method.node().instructions.indexOf(start) <= at
                && at < method.node().instructions.indexOf(end);
    }

    private static AbstractInsnNode receiverOf(MethodCode method, int call) {
        List<AbstractInsnNode> instructions = method.instructions();
        int arguments =
                instructions.get(call) instanceof MethodInsnNode made ? Type.getArgumentTypes(made.desc).length : 0;
        int at = method.before(call);
        for (int i = 0; i < arguments && at >= 0; i++) {
            at = method.before(at);
        }
        return at < 0 ? instructions.get(call) : instructions.get(at);
    }

    /**
     * Returns what pushed the object whose monitor is entered. A compiler writes it as push, {@code dup}, store, enter; where
     * it was kept in a variable before, what was stored there last is taken, if that is all that ever is.
     */
    static AbstractInsnNode lockedAt(MethodCode method, int enter) {
        List<AbstractInsnNode> instructions = method.instructions();
        int store = method.before(enter);
        int dup = store < 0 ? -1 : method.before(store);
        int push = dup < 0 ? -1 : method.before(dup);
        if (push < 0 || instructions.get(dup).getOpcode() != Opcodes.DUP) {
            return instructions.get(enter);
        }
        AbstractInsnNode pushed = instructions.get(push);
        if (pushed instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
            AbstractInsnNode source = onlyStored(method, load.var, pushed);
            // one that is handed on may be locked elsewhere, too
            return source.getOpcode() == Opcodes.NEW && isHandedOn(method, load.var) ? pushed : source;
        }
        return made(method, push);
    }

    /** Whether an object in a variable may become known to others: it is used in more than its own monitor. */
    private static boolean isHandedOn(MethodCode method, int variable) {
        List<AbstractInsnNode> instructions = method.instructions();
        for (int at = 0; at < instructions.size(); at++) {
            if (instructions.get(at) instanceof VarInsnNode load
                    && load.getOpcode() == Opcodes.ALOAD
                    && load.var == variable
                    && !isForItsMonitor(instructions, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForItsMonitor(List<AbstractInsnNode> instructions, int from) {
        for (int at = from; at < instructions.size(); at++) {
            AbstractInsnNode instruction = instructions.get(at);
            if (instruction.getOpcode() == Opcodes.MONITORENTER) {
                return true;
            }
            if (instruction instanceof MethodInsnNode call) {
                return call.owner.equals("java/lang/Object");
            }
            if (instruction.getType() == AbstractInsnNode.INVOKE_DYNAMIC_INSN
                    || instruction.getType() == AbstractInsnNode.FIELD_INSN
                    || instruction.getOpcode() == Opcodes.AASTORE
                    || instruction.getOpcode() == Opcodes.ARETURN) {
                return false;
            }
        }
        return false;
    }

    private static AbstractInsnNode onlyStored(MethodCode method, int variable, AbstractInsnNode otherwise) {
        AbstractInsnNode only = otherwise;
        int stores = 0;
        for (int at = 0; at < method.instructions().size(); at++) {
            if (method.instructions().get(at) instanceof VarInsnNode store
                    && store.getOpcode() == Opcodes.ASTORE
                    && store.var == variable) {
                stores++;
                int before = method.before(at);
                only = before < 0 ? otherwise : made(method, before);
            }
        }
        return stores == 1 ? only : otherwise;
    }

    /** An object that is made is pushed by {@code new}, {@code dup} and the call of its constructor. */
    private static AbstractInsnNode made(MethodCode method, int at) {
        List<AbstractInsnNode> instructions = method.instructions();
        if (instructions.get(at) instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESPECIAL
                && call.name.equals("<init>")
                && call.desc.equals("()V")) {
            int dup = method.before(at);
            int made = dup < 0 ? -1 : method.before(dup);
            if (made >= 0 && instructions.get(made).getOpcode() == Opcodes.NEW) {
                return instructions.get(made);
            }
        }
        return instructions.get(at);
    }
}
