package racecourse.checks.engine.locks.habits;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** A monitor that others may have by chance, a text or a boxed number, or that nobody else can have. */
final class LockObject implements Habit {
    private static final Map<String, String> SHARED_BY_CHANCE = Map.of(
            "Ljava/lang/String;", "String",
            "Ljava/lang/Integer;", "Integer",
            "Ljava/lang/Long;", "Long",
            "Ljava/lang/Boolean;", "Boolean",
            "Ljava/lang/Short;", "Short",
            "Ljava/lang/Byte;", "Byte",
            "Ljava/lang/Character;", "Character");

    @Override
    public String id() {
        return "locks.object-for-locking";
    }

    @Override
    public void look(Submission submission, MethodCode method, Told told) {
        List<AbstractInsnNode> instructions = method.instructions();
        for (int at = 0; at < instructions.size(); at++) {
            if (instructions.get(at).getOpcode() == Opcodes.MONITORENTER) {
                String what = shared(Values.lockedAt(method, at));
                if (!what.isEmpty()) {
                    told.of(at, what);
                }
            }
        }
    }

    private static String shared(AbstractInsnNode source) {
        if (source instanceof LdcInsnNode constant && constant.cst instanceof String text) {
            return "the text \"" + text + "\"";
        }
        if (source instanceof FieldInsnNode field && SHARED_BY_CHANCE.containsKey(field.desc)) {
            return field.name + ", a " + SHARED_BY_CHANCE.get(field.desc);
        }
        if (source instanceof MethodInsnNode call
                && call.name.equals("valueOf")
                && SHARED_BY_CHANCE.containsKey("L" + call.owner + ";")) {
            return "a boxed " + Values.shortName(call.owner);
        }
        if (source.getOpcode() == Opcodes.NEW) {
            return "an object that was made for this call";
        }
        return "";
    }
}
