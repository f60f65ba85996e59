package racecourse.checks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The lines at which threads wait for monitors. An interpreted thread that waits at a {@code monitorenter} is said to be at
 * the instruction after it, which is most often the first line inside the block; a reader looks for it at the
 * {@code synchronized}. Thread-safe.
 */
final class MonitorLines {
    /** From method and line, as they are said, to the line of the {@code synchronized} right before. */
    private static final Map<String, Integer> LINES = new ConcurrentHashMap<>();

    private MonitorLines() {}

    /** Notes the lines of a class that is about to be loaded. */
    static void note(byte[] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, ClassReader.SKIP_FRAMES);
        String owner = type.name.replace('/', '.');
        for (MethodNode method : type.methods) {
            int line = 0;
            for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
                if (at instanceof LineNumberNode number) {
                    line = number.line;
                } else if (at.getOpcode() == Opcodes.MONITORENTER) {
                    int next = lineAfter(at, line);
                    if (next != line) {
                        LINES.put(key(owner, method.name, next), line);
                    }
                }
            }
        }
    }

    private static int lineAfter(AbstractInsnNode instruction, int line) {
        int next = line;
        for (AbstractInsnNode at = instruction.getNext(); at != null && at.getOpcode() < 0; at = at.getNext()) {
            if (at instanceof LineNumberNode number) {
                next = number.line;
            }
        }
        return next;
    }

    /** Returns the stack of a thread that waits for a monitor, with the line of the {@code synchronized} on top. */
    static List<StackTraceElement> blocked(List<StackTraceElement> stack) {
        if (stack.isEmpty()) {
            return stack;
        }
        StackTraceElement top = stack.get(0);
        Integer line = LINES.get(key(top.getClassName(), top.getMethodName(), top.getLineNumber()));
        if (line == null) {
            return stack;
        }
        List<StackTraceElement> told = new ArrayList<>(stack);
        told.set(0, new StackTraceElement(top.getClassName(), top.getMethodName(), top.getFileName(), line));
        return told;
    }

    private static String key(String owner, String method, int line) {
        return owner + "." + method + ":" + line;
    }
}
