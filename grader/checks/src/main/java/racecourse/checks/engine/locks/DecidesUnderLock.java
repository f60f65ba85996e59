package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.locks.paths.ControlFlow;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.protocol.Outcome;

/**
 * Whether there is room, or something to take, is decided under the lock under which it is put or taken. Accuses a method
 * that looks before it has taken any lock, and that then changes something without a further look: no branch, no wait, no
 * permit, no caught exception. Where anything of that is met the rule is silent.
 */
public final class DecidesUnderLock {
    private static final String RULE = "decisions.under-the-lock";
    private static final Set<String> CHANGES = Set.of("add", "offer", "push", "put", "remove", "poll", "pop", "set");

    private final Submission submission;

    private DecidesUnderLock(Submission submission) {
        this.submission = submission;
    }

    /**
     * Makes a detector.
     *
     * @param entry the class
     * @param methods its methods that put or take
     * @return the detector's code, silent about what it has not proven
     */
    public static Detection of(String entry, String... methods) {
        return Detection.asking(List.of(RULE), subject -> {
            Submission submission = Submission.read(subject.classPath(), List.of(entry));
            DecidesUnderLock rule = new DecidesUnderLock(submission);
            for (String name : methods) {
                for (MethodCode method : submission.named(entry.replace('.', '/'), name)) {
                    rule.judge(method);
                }
            }
            return new Outcome.Clean();
        });
    }

    private void judge(MethodCode method) {
        ControlFlow flow = ControlFlow.of(method);
        for (int at = 0; at < method.instructions().size(); at++) {
            if (isDecision(method.instructions().get(at)) && !mayHoldALock(method, flow, at)) {
                Set<Integer> later = flow.after(at);
                if (changesBlindly(method, at, later) && looksBefore(method, at)) {
                    throw Accusation.of(
                            RULE, "engine.decides-under-lock", method.place(at), method.node().name + "(…)");
                }
            }
        }
    }

    /** Whether something that leads to an instruction could have taken a lock, or a permit, or have left one. */
    private static boolean mayHoldALock(MethodCode method, ControlFlow flow, int at) {
        if ((method.node().access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            return true;
        }
        for (int before = 0; before < method.instructions().size(); before++) {
            AbstractInsnNode instruction = method.instructions().get(before);
            boolean takes = instruction.getOpcode() == Opcodes.MONITORENTER
                    || instruction instanceof InvokeDynamicInsnNode
                    || (instruction instanceof MethodInsnNode call && !isHarmless(method, call));
            if (takes && flow.after(before).contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(MethodCode method, MethodInsnNode call) {
        return call.owner.equals("java/util/Objects") || isLook(method, call);
    }

    private static boolean isLook(MethodCode method, MethodInsnNode call) {
        return call.owner.equals(method.owner().name)
                && Set.of("isFull", "isEmpty", "size").contains(call.name);
    }

    /** Whether what is decided comes from the state: a field, or a look of the queue's own. */
    private static boolean looksBefore(MethodCode method, int decision) {
        for (int at = decision - 1; at >= 0; at--) {
            AbstractInsnNode instruction = method.instructions().get(at);
            if (instruction instanceof JumpInsnNode) {
                return false;
            }
            if (instruction instanceof MethodInsnNode call && isLook(method, call)) {
                return true;
            }
            if (instruction instanceof FieldInsnNode field && field.owner.equals(method.owner().name)) {
                return true;
            }
        }
        return false;
    }

    private boolean changesBlindly(MethodCode method, int decision, Set<Integer> later) {
        List<MethodCode> called = new ArrayList<>();
        for (int at : later) {
            if (at != decision && !leadsTo(method, at, decision)) {
                if (!isBlind(method.instructions().get(at))) {
                    return false;
                }
                called.addAll(Reach.called(submission, method, at));
            }
        }
        if (catches(method, later::contains) || called.contains(method)) {
            return false;
        }
        List<MethodCode> helpers = Reach.of(submission, called).methods();
        for (MethodCode helper : helpers) {
            if (!helper.instructions().stream().allMatch(DecidesUnderLock::isBlind)
                    || catches(helper, handler -> true)) {
                return false;
            }
        }
        Predicate<AbstractInsnNode> changes = DecidesUnderLock::isChange;
        return later.stream().map(method.instructions()::get).anyMatch(changes)
                || helpers.stream()
                        .anyMatch(helper -> helper.instructions().stream().anyMatch(changes));
    }

    /** Whether an instruction only leads to the decision once more, as the rest of a look in a loop does. */
    private static boolean leadsTo(MethodCode method, int at, int decision) {
        return at < decision
                && method.instructions().get(at) instanceof MethodInsnNode call
                && isHarmless(method, call);
    }

    /** Whether an exception may tell there what no look has told. */
    private static boolean catches(MethodCode method, IntPredicate matters) {
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            if (block.type != null && matters.test(method.instructions().indexOf(block.handler))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDecision(AbstractInsnNode instruction) {
        return branches(instruction)
                && instruction.getOpcode() != Opcodes.IFNULL
                && instruction.getOpcode() != Opcodes.IFNONNULL;
    }

    private static boolean branches(AbstractInsnNode instruction) {
        return instruction instanceof JumpInsnNode && instruction.getOpcode() != Opcodes.GOTO;
    }

    private static boolean isBlind(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            boolean concurrent = call.owner.startsWith("java/util/concurrent/")
                    && !call.owner.startsWith("java/util/concurrent/locks/");
            boolean decides = call.owner.endsWith("/LockSupport") || call.name.startsWith("try");
            return !concurrent && !decides && !WaitsInLoop.isWait(call) && !call.owner.startsWith("java/lang/invoke/");
        }
        return !branches(instruction)
                && !(instruction instanceof InvokeDynamicInsnNode)
                && !(instruction instanceof TableSwitchInsnNode)
                && !(instruction instanceof LookupSwitchInsnNode);
    }

    private static boolean isChange(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return call.owner.startsWith("java/util/") && CHANGES.stream().anyMatch(call.name::startsWith);
        }
        return instruction.getOpcode() == Opcodes.PUTFIELD || instruction.getOpcode() == Opcodes.AASTORE;
    }
}
