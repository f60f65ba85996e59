package racecourse.checks.engine.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BiFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** The rules, as detections. */
public final class Rules {
    private Rules() {}

    /** A lock that is held across the pause is released when the pause throws. */
    public static Detection releasedOnEveryPath(String className) {
        return rule(
                className,
                "release a lock on every path",
                "the pause may throw, and the mutex has to be free then",
                Rules::leaksAtThePause);
    }

    /** There is something that keeps others out. */
    public static Detection hasAMechanism(String className) {
        return rule(
                className,
                "use a mutex",
                "the lab is about mutual exclusion",
                (code, type) -> code.all().flatMap(own -> own.methods.stream()).anyMatch(Rules::mayWait)
                        ? List.of()
                        : List.of(new Finding(
                                new Place(type.name.replaceFirst("[^/]*$", "") + type.sourceFile, 0, null),
                                Message.of("rules.mechanism.expected"),
                                Message.of("rules.mechanism.none"),
                                Message.of("engine.exclusion.try"))));
    }

    /** Nothing of {@code java.util.concurrent.atomic}, and no VarHandle, stands in for a mutex. */
    public static Detection noAtomics(String className) {
        return rule(
                className,
                "not be guarded by atomics",
                "the number is guarded by a mutex, not by anything of java.util.concurrent.atomic or a VarHandle",
                Rules::guardedByAtomics);
    }

    /** A method takes no lock. */
    public static Detection takesNoLock(String className, String method) {
        return rule(className, "take no lock in " + method, method + " takes no lock", (code, type) -> Bytecode.method(
                        type, method)
                .map(body -> locks(type, body))
                .orElse(List.of()));
    }

    /** A method that only returns a plain field sees no write of another thread for certain. */
    public static Detection readsUnderAGuard(String className, String method) {
        return rule(
                className,
                "read under a guard in " + method,
                "a completed write is seen by every later read of any thread",
                (code, type) -> Bytecode.method(type, method)
                        .map(body -> unguardedRead(code, type, body))
                        .orElse(List.of()));
    }

    /** The number is read before the pause. */
    public static Detection readsBeforeThePause(String className, String method) {
        return rule(
                className,
                "read before the pause in " + method,
                "it reads, pauses, and writes back",
                (code, type) -> Bytecode.method(type, method)
                        .map(body -> pauseFirst(code, type, body))
                        .orElse(List.of()));
    }

    /** Lock objects are private and final: advice, for a lock that nothing else reaches does its work all the same. */
    public static Detection locksArePrivateAndFinal() {
        return subject -> {
            JavaClasses classes = imported(subject);
            ArchCondition<JavaField> condition = new ArchCondition<>("be private and final") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    Set<JavaModifier> modifiers = field.getModifiers();
                    boolean good = modifiers.contains(JavaModifier.PRIVATE) && modifiers.contains(JavaModifier.FINAL);
                    events.add(new SimpleConditionEvent(field, good, field.getFullName()));
                }
            };
            ArchRuleDefinition.fields()
                    .that(DescribedPredicate.describe("are locks", Rules::isLock))
                    .should(condition)
                    .because("a lock that can be exchanged or reached from outside keeps nobody out")
                    .allowEmptyShould(true)
                    .evaluate(classes)
                    .handleViolations((Collection<JavaField> fields, String text) ->
                            fields.forEach(field -> Advice.note(Evidence.of(
                                            Message.of("rules.private-final.expected"),
                                            Message.of("rules.private-final.observed", field.getName()))
                                    .at(List.of(new Place(
                                            field.getOwner()
                                                            .getName()
                                                            .replaceFirst("\\$.*", "")
                                                            .replace('.', '/') + ".java",
                                            0,
                                            null)))
                                    .hinting(Message.of("rules.private-final.try")))));
            return new Outcome.Clean();
        };
    }

    private static boolean isLock(JavaField field) {
        JavaClass type = field.getRawType();
        return type.isAssignableTo(Lock.class)
                || type.isAssignableTo(ReadWriteLock.class)
                || type.isEquivalentTo(StampedLock.class)
                || type.isEquivalentTo(Semaphore.class);
    }

    private static JavaClasses imported(Subject subject) {
        return new ClassFileImporter().importPaths(subject.classPath().toArray(Path[]::new));
    }

    /** Makes an ArchUnit rule over one class of a look at its instructions. */
    private static Detection rule(
            String className, String should, String because, BiFunction<Bytecode, ClassNode, List<Finding>> look) {
        return subject -> {
            Bytecode code = new Bytecode(subject);
            ArchCondition<JavaClass> condition = new ArchCondition<>(should) {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    code.named(type.getName()).ifPresent(node -> look.apply(code, node)
                            .forEach(finding -> events.add(SimpleConditionEvent.violated(
                                    finding, finding.observed().key() + " at " + finding.place()))));
                }
            };
            List<Evidence> evidence = new ArrayList<>();
            ArchRuleDefinition.classes()
                    .that(DescribedPredicate.describe(
                            "are " + className, type -> type.getName().equals(className)))
                    .should(condition)
                    .because(because)
                    .evaluate(imported(subject))
                    .handleViolations((Collection<Finding> findings, String text) ->
                            findings.forEach(finding -> evidence.add(finding.evidence())));
            return evidence.isEmpty() ? new Outcome.Clean() : new Outcome.Violated(evidence);
        };
    }

    /** Whether a method has anything in it that could keep a thread waiting, or calls what cannot be followed. */
    private static boolean mayWait(MethodNode method) {
        return Bytecode.isSynchronized(method)
                || Bytecode.calls(method)
                        .anyMatch(call -> Bytecode.acquires(call)
                                || call.owner.startsWith("java/nio/channels/")
                                || (call.owner.startsWith("java/util/concurrent/")
                                        && !call.owner.startsWith("java/util/concurrent/atomic/"))
                                || call.owner.startsWith("java/lang/reflect/"));
    }

    /**
     * The lock is taken and given back in one method, the pause lies between them, and no handler covers it: what it
     * throws leaves with the lock held, and nothing else in the submission gives it back.
     */
    private static List<Finding> leaksAtThePause(Bytecode code, ClassNode type) {
        List<Finding> findings = new ArrayList<>();
        for (MethodNode method : type.methods) {
            boolean taken = false;
            for (MethodInsnNode call : Bytecode.calls(method).toList()) {
                if (Bytecode.acquires(call)
                        && List.of("lock", "acquireUninterruptibly").contains(call.name)) {
                    taken = true;
                } else if (Bytecode.releases(call)) {
                    taken = false;
                } else if (taken
                        && Bytecode.isPause(call)
                        && !Bytecode.isCovered(method, call)
                        && releasedOnlyIn(code, method)) {
                    findings.add(new Finding(
                            Bytecode.place(type, call),
                            Message.of("rules.released.expected"),
                            Message.of("rules.released.observed"),
                            Message.of("rules.released.try")));
                }
            }
        }
        return findings;
    }

    private static boolean releasedOnlyIn(Bytecode code, MethodNode method) {
        return code.all()
                .flatMap(type -> type.methods.stream())
                .filter(other -> other != method)
                .noneMatch(other -> Bytecode.calls(other).anyMatch(Bytecode::releases) && callsOrSame(other, method));
    }

    /** A method that calls the one in question may well release for it. */
    private static boolean callsOrSame(MethodNode other, MethodNode method) {
        return Bytecode.calls(other).anyMatch(call -> call.name.equals(method.name) && call.desc.equals(method.desc));
    }

    private static List<Finding> guardedByAtomics(Bytecode code, ClassNode type) {
        if (code.all().flatMap(own -> own.methods.stream()).anyMatch(Rules::mayWait)) {
            // there is a mutex beside it; who guards what is seen by the other checks
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        code.all()
                .forEach(own -> own.methods.forEach(method -> Bytecode.calls(method)
                        .filter(call -> call.owner.startsWith("java/util/concurrent/atomic/")
                                || call.owner.equals("java/lang/invoke/VarHandle"))
                        .filter(call -> !call.name.equals("<init>"))
                        .findFirst()
                        .ifPresent(call -> findings.add(new Finding(
                                Bytecode.place(own, call),
                                Message.of("rules.atomics.expected"),
                                Message.of(
                                        "rules.atomics.observed",
                                        call.owner.substring(call.owner.lastIndexOf('/') + 1) + "." + call.name),
                                Message.of("engine.exclusion.try"))))));
        return findings;
    }

    private static List<Finding> locks(ClassNode type, MethodNode method) {
        List<Finding> findings = new ArrayList<>();
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            findings.add(lockIn(method, Bytecode.place(type, method.instructions.getLast())));
        }
        for (AbstractInsnNode instruction : method.instructions) {
            boolean monitor = instruction.getOpcode() == Opcodes.MONITORENTER;
            boolean lock = instruction instanceof MethodInsnNode call
                    && Bytecode.acquires(call)
                    && call.owner.startsWith("java/util/concurrent/")
                    && !call.name.startsWith("try");
            if (monitor || lock) {
                findings.add(lockIn(method, Bytecode.place(type, instruction)));
            }
        }
        return findings;
    }

    private static Finding lockIn(MethodNode method, Place place) {
        return new Finding(
                place,
                Message.of("rules.no-lock.expected", method.name + "()"),
                Message.of("rules.no-lock.observed", method.name + "()"),
                Message.of("engine.looking.try"));
    }

    private static List<Finding> unguardedRead(Bytecode code, ClassNode type, MethodNode method) {
        boolean ordered = Bytecode.isSynchronized(method)
                || Bytecode.calls(method).findAny().isPresent()
                || Bytecode.instructions(method)
                        .filter(FieldInsnNode.class::isInstance)
                        .anyMatch(access -> !isPlain(code, (FieldInsnNode) access));
        if (ordered) {
            return List.of();
        }
        return Bytecode.instructions(method)
                .filter(FieldInsnNode.class::isInstance)
                .map(FieldInsnNode.class::cast)
                .filter(access -> isWrittenElsewhere(code, access, method))
                .map(access -> new Finding(
                        Bytecode.place(type, access),
                        Message.of("rules.visible.expected", method.name + "()"),
                        Message.of("rules.visible.observed", access.name),
                        Message.of("engine.visible.try", method.name + "()")))
                .limit(1)
                .toList();
    }

    /** A field of the submission that is neither volatile nor final. */
    private static boolean isPlain(Bytecode code, FieldInsnNode access) {
        return code.field(access)
                .map(field -> (field.access & (Opcodes.ACC_VOLATILE | Opcodes.ACC_FINAL)) == 0)
                .orElse(false);
    }

    private static boolean isWrittenElsewhere(Bytecode code, FieldInsnNode access, MethodNode method) {
        return code.all()
                .flatMap(type -> type.methods.stream())
                .filter(other -> other != method && !other.name.equals("<init>") && !other.name.equals("<clinit>"))
                .flatMap(Bytecode::instructions)
                .filter(FieldInsnNode.class::isInstance)
                .map(FieldInsnNode.class::cast)
                .anyMatch(write -> (write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC)
                        && write.name.equals(access.name)
                        && write.owner.equals(access.owner));
    }

    /** In straight code before the pause nothing that can change is read, and nothing is called that could read it. */
    private static List<Finding> pauseFirst(Bytecode code, ClassNode type, MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                if (Bytecode.isPause(call)) {
                    return jumpsBackBefore(method, call)
                            ? List.of()
                            : List.of(new Finding(
                                    Bytecode.place(type, call),
                                    Message.of("rules.pause-first.expected", method.name + "()"),
                                    Message.of("rules.pause-first.observed"),
                                    Message.of("rules.pause-first.try")));
                }
                boolean locking = Bytecode.acquires(call)
                        || (call.owner.startsWith("java/util/concurrent/locks/") && call.name.endsWith("Lock"));
                if (!locking) {
                    return List.of();
                }
            } else if (instruction instanceof FieldInsnNode access) {
                boolean constant = code.field(access)
                        .map(field -> (field.access & Opcodes.ACC_FINAL) != 0)
                        .orElse(false);
                if (!constant) {
                    return List.of();
                }
            } else if (instruction.getOpcode() >= Opcodes.IALOAD && instruction.getOpcode() <= Opcodes.SALOAD) {
                return List.of();
            } else if (instruction.getType() == AbstractInsnNode.INVOKE_DYNAMIC_INSN) {
                return List.of();
            }
        }
        return List.of();
    }

    private static boolean jumpsBackBefore(MethodNode method, AbstractInsnNode pause) {
        int at = method.instructions.indexOf(pause);
        return Bytecode.instructions(method)
                .filter(JumpInsnNode.class::isInstance)
                .map(JumpInsnNode.class::cast)
                .anyMatch(
                        jump -> method.instructions.indexOf(jump) > at && method.instructions.indexOf(jump.label) < at);
    }
}
