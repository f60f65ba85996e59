package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** A method of the submission, ready to be run. */
public final class MethodCode {
    private final ClassNode owner;
    private final MethodNode node;
    private final List<AbstractInsnNode> instructions;
    private final int[] lines;
    private final List<Handler> handlers = new ArrayList<>();

    record Handler(int from, int to, int target, @Nullable String type) {}

    MethodCode(ClassNode owner, MethodNode node) {
        this.owner = owner;
        this.node = node;
        this.instructions = List.of(node.instructions.toArray());
        this.lines = new int[instructions.size()];
        int line = firstLine(instructions);
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i) instanceof LineNumberNode number) {
                line = number.line;
            }
            lines[i] = line;
        }
        for (TryCatchBlockNode block : node.tryCatchBlocks) {
            handlers.add(new Handler(index(block.start), index(block.end), index(block.handler), block.type));
        }
    }

    private static int firstLine(List<AbstractInsnNode> instructions) {
        for (AbstractInsnNode instruction : instructions) {
            if (instruction instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    int index(AbstractInsnNode instruction) {
        return node.instructions.indexOf(instruction);
    }

    AbstractInsnNode at(int index) {
        return instructions.get(index);
    }

    /** Returns the instructions, labels and line numbers included. */
    public List<AbstractInsnNode> instructions() {
        return instructions;
    }

    /** Returns the first instruction at or after an index, labels and line numbers aside; -1 if there is none. */
    public int next(int from) {
        int next = from;
        while (next < instructions.size() && instructions.get(next).getOpcode() < 0) {
            next++;
        }
        return next < instructions.size() ? next : -1;
    }

    /** Returns the instruction before one, labels and line numbers aside; -1 if there is none. */
    public int before(int at) {
        int before = at - 1;
        while (before >= 0 && instructions.get(before).getOpcode() < 0) {
            before--;
        }
        return before;
    }

    /**
     * Goes through the calls that are made by name.
     *
     * @param told gets each call, and which instruction it is
     */
    public void eachCall(ObjIntConsumer<MethodInsnNode> told) {
        for (int at = 0; at < instructions.size(); at++) {
            if (instructions.get(at) instanceof MethodInsnNode call) {
                told.accept(call, at);
            }
        }
    }

    List<Handler> handlers(int index) {
        List<Handler> covering = new ArrayList<>();
        for (Handler handler : handlers) {
            if (handler.from <= index && index < handler.to) {
                covering.add(handler);
            }
        }
        return covering;
    }

    /** Returns where an instruction comes from. */
    public Place place(int index) {
        String folder = owner.name.substring(0, owner.name.lastIndexOf('/') + 1);
        String file = owner.sourceFile == null ? outermost(owner.name) + ".java" : folder + owner.sourceFile;
        return new Place(owner.name, node.name, file, lines[index]);
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Returns the class that declares it. */
    public ClassNode owner() {
        return owner;
    }

    /** Returns the method as ASM read it. */
    public MethodNode node() {
        return node;
    }

    boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    boolean isSynchronized() {
        return (node.access & Opcodes.ACC_SYNCHRONIZED) != 0;
    }

    Type returns() {
        return Type.getReturnType(node.desc);
    }

    @Override
    public String toString() {
        return owner.name + "." + node.name + node.desc;
    }
}
