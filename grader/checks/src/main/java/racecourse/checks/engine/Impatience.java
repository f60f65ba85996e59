package racecourse.checks.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
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
    private static final Map<String, Class<?>> CALLS = Map.ofEntries(
            Map.entry("tryLock(JLjava/util/concurrent/TimeUnit;)Z", Lock.class),
            Map.entry("tryAcquire(JLjava/util/concurrent/TimeUnit;)Z", Semaphore.class),
            Map.entry("tryAcquire(IJLjava/util/concurrent/TimeUnit;)Z", Semaphore.class),
            Map.entry("tryWriteLock(JLjava/util/concurrent/TimeUnit;)J", StampedLock.class),
            Map.entry("tryReadLock(JLjava/util/concurrent/TimeUnit;)J", StampedLock.class),
            Map.entry("poll(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;", BlockingQueue.class),
            Map.entry("await(JLjava/util/concurrent/TimeUnit;)Z", Condition.class),
            Map.entry("awaitNanos(J)J", Condition.class),
            Map.entry("awaitTermination(JLjava/util/concurrent/TimeUnit;)Z", ExecutorService.class),
            Map.entry("join(J)V", Thread.class),
            Map.entry("wait(J)V", Object.class));

    /** The same call of another class. */
    private static final String LATCH = "java/util/concurrent/CountDownLatch";

    /** From here on a time-out is only a way to say for ever, and is left alone. */
    private static final long ENDLESS_NANOS = TimeUnit.HOURS.toNanos(1);

    /** Who waits for as long as that. */
    private static final Set<Thread> PATIENT = ConcurrentHashMap.newKeySet();

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

    public static boolean await(CountDownLatch latch, long time, TimeUnit unit) throws InterruptedException {
        return patiently(unit.toNanos(time), nanos -> latch.await(nanos, TimeUnit.NANOSECONDS));
    }

    public static boolean awaitTermination(ExecutorService pool, long time, TimeUnit unit) throws InterruptedException {
        return patiently(unit.toNanos(time), nanos -> pool.awaitTermination(nanos, TimeUnit.NANOSECONDS));
    }

    /** A thread may live as long as it likes, just as a lock may be held. */
    public static void join(Thread thread, long millis) throws InterruptedException {
        if (millis <= 0) {
            thread.join(millis);
            return;
        }
        patiently(TimeUnit.MILLISECONDS.toNanos(millis), nanos -> {
            thread.join(TimeUnit.NANOSECONDS.toMillis(nanos));
            return true;
        });
    }

    /** A wait for a time. */
    @FunctionalInterface
    private interface Timed {
        boolean run(long nanos) throws InterruptedException;
    }

    private static boolean patiently(long nanos, Timed wait) throws InterruptedException {
        if (nanos < ENDLESS_NANOS) {
            return wait.run(Math.min(nanos, LIMIT_NANOS));
        }
        PATIENT.add(Thread.currentThread());
        try {
            return wait.run(nanos);
        } finally {
            PATIENT.remove(Thread.currentThread());
        }
    }

    /** Returns whether a thread waits for a time that nobody lives to see. */
    static boolean isEndless(Thread thread) {
        return PATIENT.contains(thread);
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
     * Returns whether a call on a type is one on a receiver of the JDK. A barrier has an {@code await} too, and is no
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
                    : receiver(owner, name + descriptor);
            if (opcode == Opcodes.INVOKESTATIC
                    && owner.equals("java/lang/System")
                    && CLOCKS.contains(name + descriptor)) {
                super.visitMethodInsn(opcode, SELF, name, descriptor, false);
            } else if (receiver != null) {
                String changed = "(" + Type.getDescriptor(receiver) + descriptor.substring(1);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, name, changed, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private static @Nullable Class<?> receiver(String owner, String call) {
            Class<?> receiver = CALLS.get(call);
            if (receiver == Thread.class) {
                return owner.equals("java/lang/Thread") ? receiver : null;
            }
            if (receiver == Condition.class && owner.equals(LATCH)) {
                return CountDownLatch.class;
            }
            return receiver != null && takes(receiver, owner) ? receiver : null;
        }
    }
}
