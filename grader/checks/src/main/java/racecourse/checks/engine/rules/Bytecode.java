package racecourse.checks.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Place;

/** The instructions of a submission's classes: what ArchUnit does not show, monitors, handlers, and their order. */
final class Bytecode {
    private static final String LOCKS = "java/util/concurrent/locks/";

    private final Map<String, ClassNode> classes = new HashMap<>();

    Bytecode(Subject subject) {
        for (Class<?> type : subject.classes()) {
            String file = type.getName().replace('.', '/') + ".class";
            subject.classPath().stream()
                    .map(directory -> directory.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(path -> {
                        try (InputStream in = Files.newInputStream(path)) {
                            ClassNode node = new ClassNode();
                            new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
                            classes.put(node.name, node);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    Stream<ClassNode> all() {
        return classes.values().stream();
    }

    Optional<ClassNode> named(String className) {
        return Optional.ofNullable(classes.get(className.replace('.', '/')));
    }

    static Optional<MethodNode> method(ClassNode type, String name) {
        return type.methods.stream()
                .filter(method -> method.name.equals(name) && (method.access & Opcodes.ACC_BRIDGE) == 0)
                .findFirst();
    }

    static Stream<AbstractInsnNode> instructions(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false);
    }

    static Stream<MethodInsnNode> calls(MethodNode method) {
        return instructions(method).filter(MethodInsnNode.class::isInstance).map(MethodInsnNode.class::cast);
    }

    /** Whether a call waits for exclusion: a lock, a permit, a wait, a park, a token from a queue. */
    static boolean acquires(MethodInsnNode call) {
        if (call.owner.startsWith(LOCKS)) {
            return List.of(
                                    "lock",
                                    "lockInterruptibly",
                                    "tryLock",
                                    "writeLock",
                                    "writeLockInterruptibly",
                                    "tryWriteLock",
                                    "readLock",
                                    "tryReadLock",
                                    "readLockInterruptibly",
                                    "park",
                                    "parkNanos",
                                    "await",
                                    "awaitUninterruptibly",
                                    "acquire",
                                    "acquireInterruptibly",
                                    "acquireShared")
                            .contains(call.name)
                    && !call.desc.endsWith("$ReadLock;")
                    && !call.desc.endsWith("$WriteLock;")
                    && !call.desc.endsWith("/Lock;");
        }
        if (call.owner.equals("java/util/concurrent/Semaphore")) {
            return call.name.startsWith("acquire") || call.name.startsWith("tryAcquire");
        }
        return call.owner.equals("java/lang/Object") && call.name.equals("wait");
    }

    static boolean releases(MethodInsnNode call) {
        return (call.owner.startsWith(LOCKS) && call.name.startsWith("unlock"))
                || (call.owner.equals("java/util/concurrent/Semaphore") && call.name.equals("release"));
    }

    static boolean isSynchronized(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0
                || instructions(method).anyMatch(instruction -> instruction.getOpcode() == Opcodes.MONITORENTER);
    }

    static boolean isPause(MethodInsnNode call) {
        return call.owner.equals("racecourse/contract/Pause") && call.name.equals("pause");
    }

    /** Whether any handler of the method covers an instruction. */
    static boolean isCovered(MethodNode method, AbstractInsnNode instruction) {
        int at = method.instructions.indexOf(instruction);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (at >= method.instructions.indexOf(block.start) && at < method.instructions.indexOf(block.end)) {
                return true;
            }
        }
        return false;
    }

    Optional<FieldNode> field(FieldInsnNode access) {
        ClassNode owner = classes.get(access.owner);
        return owner == null
                ? Optional.empty()
                : owner.fields.stream()
                        .filter(field -> field.name.equals(access.name))
                        .findFirst();
    }

    static Place place(ClassNode type, AbstractInsnNode instruction) {
        int line = 0;
        for (AbstractInsnNode node = instruction; node != null; node = node.getPrevious()) {
            if (node instanceof LineNumberNode number) {
                line = number.line;
                break;
            }
        }
        String directory = type.name.substring(0, type.name.lastIndexOf('/') + 1);
        String file = type.sourceFile == null ? "?" : type.sourceFile;
        return new Place(directory + file, line, null);
    }
}
