package racecourse.checks.engine.locks.habits;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** What runs on the thread of who calls: the public methods of the lab's classes, and what they call by name. */
final class CallersThread {
    private CallersThread() {}

    static Set<MethodCode> methods(Submission submission, Collection<String> entries) {
        Set<MethodCode> reached = new HashSet<>();
        Deque<MethodCode> due = new ArrayDeque<>();
        for (String entry : entries) {
            ClassNode type = submission.type(entry.replace('.', '/'));
            if (type != null) {
                for (MethodNode node : type.methods) {
                    if ((node.access & Opcodes.ACC_PUBLIC) != 0) {
                        due.add(submission.code(type, node));
                    }
                }
            }
        }
        while (!due.isEmpty()) {
            MethodCode method = due.remove();
            if (reached.add(method)) {
                // a lambda may be given to another thread, and so may an object that has a run()
                method.eachCall((call, at) -> due.addAll(submission.named(call.owner, call.name)));
            }
        }
        return reached;
    }
}
