package racecourse.checks.engine.locks;

import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Whether a submission has threads of its own, which may do what the followed methods do not. */
final class Threads {
    private static final Set<String> STARTERS =
            Set.of("start", "execute", "submit", "schedule", "runAsync", "supplyAsync");

    private Threads() {}

    static boolean mayStart(LockModel model) {
        for (ClassNode type : model.submission().types()) {
            for (MethodNode method : type.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof MethodInsnNode call && STARTERS.contains(call.name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
