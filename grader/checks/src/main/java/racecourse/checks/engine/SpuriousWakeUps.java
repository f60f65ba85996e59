package racecourse.checks.engine;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Waits that end for no reason, as those of the JDK may at any time (JLS 17.2.1, {@link Condition}, {@link LockSupport}).
 * Submissions loaded as {@link Subject#startled} call these in place of the JDK's.
 */
public final class SpuriousWakeUps {
    private static final String SELF = Type.getInternalName(SpuriousWakeUps.class);
    private static final AtomicLong COUNT = new AtomicLong();

    private SpuriousWakeUps() {}

    /** Returns how many waits have ended here, in this JVM. */
    public static long count() {
        return COUNT.get();
    }

    @SuppressWarnings({"WaitNotInLoop", "NotifyWait"}) // the loop is the submission's affair
    public static void wait(Object monitor) throws InterruptedException {
        monitor.wait(Impatience.LIMIT_MILLIS);
        COUNT.incrementAndGet();
    }

    @SuppressWarnings("WaitNotInLoop") // as above
    public static void await(Condition condition) throws InterruptedException {
        Impatience.awaitNanos(condition, Long.MAX_VALUE);
        COUNT.incrementAndGet();
    }

    public static void park() {
        park(null);
    }

    public static void park(@Nullable Object blocker) {
        LockSupport.parkNanos(blocker, Impatience.LIMIT_NANOS);
        COUNT.incrementAndGet();
    }

    /** Returns the class with its waits replaced, the timed ones by those of {@link Impatience}. */
    static byte[] changed(byte[] bytes) {
        ClassReader reader = new ClassReader(Impatience.changed(bytes));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Calls extends MethodVisitor {
        private static final Map<String, Class<?>> RECEIVERS =
                Map.of("wait()V", Object.class, "await()V", Condition.class);

        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Class<?> receiver = RECEIVERS.get(name + descriptor);
            if (opcode == Opcodes.INVOKESTATIC
                    && owner.equals("java/util/concurrent/locks/LockSupport")
                    && name.equals("park")) {
                super.visitMethodInsn(opcode, SELF, name, descriptor, false);
            } else if (opcode != Opcodes.INVOKESTATIC
                    && opcode != Opcodes.INVOKESPECIAL
                    && receiver != null
                    && Impatience.takes(receiver, owner)) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        SELF,
                        name,
                        "(" + Type.getDescriptor(receiver) + descriptor.substring(1),
                        false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
