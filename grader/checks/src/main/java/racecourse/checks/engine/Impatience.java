package racecourse.checks.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Timed waits that run out at once, and clocks that run a thousand times as fast. Submissions loaded as
 * {@link Subject#impatient} call these in place of the JDK's, so that a lock that is given up after ten seconds is given
 * up after a few milliseconds.
 */
public final class Impatience {
    /** What a longer time-out is cut to, in milliseconds. */
    public static final long LIMIT_MILLIS = 8;

    static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
    private static final String SELF = Type.getInternalName(Impatience.class);

    /** From the name and descriptor of a call to the type of its receiver as the method here takes it. */
    private static final Map<String, Class<?>> CALLS = Map.of(
            "tryLock(JLjava/util/concurrent/TimeUnit;)Z", Lock.class,
            "tryAcquire(JLjava/util/concurrent/TimeUnit;)Z", Semaphore.class,
            "tryAcquire(IJLjava/util/concurrent/TimeUnit;)Z", Semaphore.class,
            "tryWriteLock(JLjava/util/concurrent/TimeUnit;)J", StampedLock.class,
            "tryReadLock(JLjava/util/concurrent/TimeUnit;)J", StampedLock.class,
            "poll(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;", BlockingQueue.class,
            "await(JLjava/util/concurrent/TimeUnit;)Z", Condition.class,
            "awaitNanos(J)J", Condition.class,
            "wait(J)V", Object.class);

    /** Clocks, which run faster by {@link #HASTE}. */
    private static final Set<String> CLOCKS = Set.of("nanoTime()J", "currentTimeMillis()J");

    private static final long HASTE = 1000;
    private static final long BEGIN_NANOS = System.nanoTime();
    private static final long BEGIN_MILLIS = System.currentTimeMillis();

    private Impatience() {}

    public static boolean tryLock(Lock lock, long time, TimeUnit unit) throws InterruptedException {
        return lock.tryLock(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit) throws InterruptedException {
        return semaphore.tryAcquire(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    public static boolean tryAcquire(Semaphore semaphore, int permits, long time, TimeUnit unit)
            throws InterruptedException {
        return semaphore.tryAcquire(permits, cut(time, unit), TimeUnit.NANOSECONDS);
    }

    public static long tryWriteLock(StampedLock lock, long time, TimeUnit unit) throws InterruptedException {
        return lock.tryWriteLock(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    public static long tryReadLock(StampedLock lock, long time, TimeUnit unit) throws InterruptedException {
        return lock.tryReadLock(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    public static @Nullable Object poll(BlockingQueue<?> queue, long time, TimeUnit unit) throws InterruptedException {
        return queue.poll(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is the submission's affair
    public static boolean await(Condition condition, long time, TimeUnit unit) throws InterruptedException {
        return condition.await(cut(time, unit), TimeUnit.NANOSECONDS);
    }

    @SuppressWarnings("WaitNotInLoop") // as above
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        return condition.awaitNanos(Math.min(nanos, LIMIT_NANOS));
    }

    public static long nanoTime() {
        return BEGIN_NANOS + (System.nanoTime() - BEGIN_NANOS) * HASTE;
    }

    public static long currentTimeMillis() {
        return BEGIN_MILLIS + TimeUnit.NANOSECONDS.toMillis(nanoTime() - BEGIN_NANOS);
    }

    /** Waits on the submission's own monitor: what it guards is the submission's affair. */
    @SuppressWarnings({"WaitNotInLoop", "NotifyWait"})
    public static void wait(Object monitor, long millis) throws InterruptedException {
        monitor.wait(millis == 0 ? 0 : Math.min(millis, LIMIT_MILLIS));
    }

    private static long cut(long time, TimeUnit unit) {
        return Math.min(unit.toNanos(time), LIMIT_NANOS);
    }

    /** Returns the class with its timed calls replaced; the same bytes when it has none. */
    static byte[] changed(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
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

    /**
     * Returns whether a call on a type is one on a receiver of the JDK. A latch has an {@code await} too, and is no
     * condition.
     */
    static boolean takes(Class<?> receiver, String owner) {
        if (receiver == Object.class) {
            return true;
        }
        if (!owner.startsWith("java/util/concurrent/")) {
            return false;
        }
        try {
            return receiver.isAssignableFrom(Class.forName(owner.replace('/', '.'), false, null));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Class<?> receiver = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL
                    ? null
                    : CALLS.get(name + descriptor);
            if (opcode == Opcodes.INVOKESTATIC
                    && owner.equals("java/lang/System")
                    && CLOCKS.contains(name + descriptor)) {
                super.visitMethodInsn(opcode, SELF, name, descriptor, false);
            } else if (receiver != null && takes(receiver, owner)) {
                String changed = "(" + Type.getDescriptor(receiver) + descriptor.substring(1);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, name, changed, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
