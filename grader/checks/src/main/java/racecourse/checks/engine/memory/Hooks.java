package racecourse.checks.engine.memory;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;

/** What rewritten classes call. Public because they are a submission's; nobody else calls it. */
public final class Hooks {
    static final Observer NOBODY = new Observer() {};

    private static final List<String> RELEASES = List.of("unlock", "release");
    private static final List<String> ACQUIRES = List.of(
            "lock",
            "tryLock",
            "readLock",
            "writeLock",
            "tryReadLock",
            "tryWriteLock",
            "acquire",
            "tryAcquire",
            "tryOptimisticRead",
            "validate");
    private static final String VALUE = "value";

    /** What a collection of the JDK holds, by the number of it, a plain field as any. */
    private static final String SIZE = "size";

    /** Classes of the JDK that order nothing, with those inside them. */
    private static final Set<String> PLAIN_COLLECTIONS = Set.of(
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.IdentityHashMap",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Arrays",
            "java.util.ImmutableCollections");

    /** Stands for the object that static fields would belong to. */
    private static final Object STATICS = new Object();

    /** What is in the place of something else in an array. */
    private static final ThreadLocal<@Nullable Pose> POSES = new ThreadLocal<>();

    private static volatile Observer observer = NOBODY;

    /** The read-write locks that views of them were taken from. */
    private static final Map<Object, Object> VIEWS = new ConcurrentHashMap<>();

    private Hooks() {}

    static void tell(Observer next) {
        VIEWS.clear();
        observer = next;
    }

    public static void point(String at) {
        observer.point(at);
    }

    public static void entered(String method) {
        observer.entered(method);
    }

    public static void initialised() {
        observer.initialised();
    }

    public static @Nullable Object read(
            @Nullable Object base, String name, String access, @Nullable Object value, String at) {
        return observer.read(whose(base), name, Access.valueOf(access), value, at);
    }

    public static void write(
            @Nullable Object base,
            String name,
            String access,
            @Nullable Object before,
            @Nullable Object after,
            String at) {
        observer.write(whose(base), name, Access.valueOf(access), before, after, at);
    }

    public static void acquired(Object monitor, String at) {
        observer.acquired(monitor, at);
    }

    public static void released(Object monitor, String at) {
        observer.released(monitor, at);
    }

    /** An element of an array, boolean and byte ones alike as an int. */
    public static int loadByte(Object array, int index, String at) {
        observer.point(at);
        Object value = Array.get(array, index);
        Object seen = observer.read(array, element(index), Access.PLAIN, value, at);
        return seen instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) Objects.requireNonNull(seen)).intValue();
    }

    public static void storeByte(Object array, int index, int value, String at) {
        observer.point(at);
        Object before = Array.get(array, index);
        Object after = array instanceof boolean[] ? (Object) (value != 0) : (Object) (byte) value;
        observer.write(array, element(index), Access.PLAIN, before, after, at);
        Array.set(array, index, after);
    }

    /**
     * Before a reference is read out of an array: what the thread is to see is put there, for as long as it takes. Nobody
     * else runs then.
     */
    public static void pose(@Nullable Object[] array, int index, String at) {
        observer.point(at);
        if (array == null || index < 0 || index >= array.length) {
            return;
        }
        Object value = array[index];
        Object seen = observer.read(array, element(index), Access.PLAIN, value, at);
        if (seen != value) {
            array[index] = seen;
            POSES.set(new Pose(array, index, value));
        }
    }

    /** After it. */
    public static void posed() {
        Pose pose = POSES.get();
        if (pose != null) {
            pose.array[pose.index] = pose.value;
            POSES.remove();
        }
    }

    private static final class Pose {
        private final @Nullable Object[] array;
        private final int index;
        private final @Nullable Object value;

        Pose(@Nullable Object[] array, int index, @Nullable Object value) {
            this.array = array;
            this.index = index;
            this.value = value;
        }
    }

    public static void storeReference(@Nullable Object[] array, int index, @Nullable Object value, String at) {
        observer.point(at);
        if (array != null && index >= 0 && index < array.length) {
            observer.write(array, element(index), Access.PLAIN, array[index], value, at);
        }
        array[index] = value;
    }

    public static String element(int index) {
        return "[" + index + "]";
    }

    /** Before a call that leads out of the submission. */
    public static void before(@Nullable Object receiver, String owner, String name, String at) {
        observer.point(at);
        if (receiver != null && isLock(receiver)) {
            if (!isView(receiver) && !begins(name, ACQUIRES)) {
                observer.released(whole(receiver), at);
            }
        } else if (receiver != null && isAtomic(receiver)) {
            observer.holds(receiver, VALUE, content(receiver));
        } else if (isFence(owner, name)) {
            observer.fenced(simple(owner) + "." + name, at);
        } else if (receiver != null && isPlainCollection(receiver)) {
            observer.used(simple(owner) + "." + name, at);
            int size = size(receiver);
            if (size >= 0) {
                observer.holds(receiver, SIZE, size);
            }
        } else if (!isOwn(receiver, name)) {
            observer.called(simple(owner) + "." + name, at);
        }
    }

    private static boolean isFence(String owner, String name) {
        return owner.equals("java/lang/invoke/VarHandle") && name.endsWith("Fence");
    }

    /** After it; returns what the thread is to see. */
    public static @Nullable Object after(
            @Nullable Object receiver, String owner, String name, @Nullable Object result, String at) {
        if (receiver != null && isLock(receiver)) {
            if (isView(receiver)) {
                if (result != null) {
                    VIEWS.put(result, receiver);
                }
            } else if (!begins(name, RELEASES)) {
                observer.acquired(whole(receiver), at);
            }
            return result;
        }
        if (receiver != null && isAtomic(receiver)) {
            return atomic(receiver, name, result, at);
        }
        if (receiver != null && isPlainCollection(receiver)) {
            return collection(receiver, name, result, at);
        }
        if (!isFence(owner, name) && !isOwn(receiver, name)) {
            observer.called(simple(owner) + "." + name, at);
        }
        return result;
    }

    /** An object is in a call that orders nothing, unless the object does. */
    public static void meets(@Nullable Object object, String call, String at) {
        if (!Ordinary.isOrdinary(object)) {
            observer.point(at);
            observer.called(call, at);
        }
    }

    /** Something that is called from where it cannot be seen. */
    public static void unseen(String call, String at) {
        observer.called(call, at);
    }

    /** A method of the JDK is handed on, to be called where nobody sees it. */
    public static void hidden(String call) {
        observer.hidden(call);
    }

    /** Something is used that orders nothing. */
    public static void used(String call, String at) {
        observer.used(call, at);
    }

    private static @Nullable Object atomic(Object variable, String name, @Nullable Object result, String at) {
        Object now = content(variable);
        switch (name) {
            case "get", "getPlain", "getOpaque", "getAcquire", "intValue", "longValue" -> {
                return observer.read(variable, VALUE, mode(name, "get"), result, at);
            }
            case "set", "setPlain", "setOpaque", "setRelease", "lazySet" ->
                // what it held before is known since before the call
                observer.write(variable, VALUE, mode(name, "set"), null, now, at);
            default -> observer.changed(variable, VALUE, now, at);
        }
        return result;
    }

    /** How many there are is read as a plain field is, and written as one; what is inside is not looked at. */
    private static @Nullable Object collection(Object collection, String name, @Nullable Object result, String at) {
        int size = size(collection);
        if (size < 0) {
            return result;
        }
        if (name.equals("size") && result instanceof Integer) {
            return observer.read(collection, SIZE, Access.PLAIN, result, at);
        }
        if (name.equals("isEmpty") && result instanceof Boolean) {
            return Integer.valueOf(0).equals(observer.read(collection, SIZE, Access.PLAIN, size, at));
        }
        observer.counted(collection, SIZE, size, at);
        return result;
    }

    private static int size(Object collection) {
        if (collection instanceof Collection<?> many) {
            return many.size();
        }
        return collection instanceof Map<?, ?> map ? map.size() : -1;
    }

    /** By what the object is, not by how it is declared: behind a list may be one that locks. */
    private static boolean isPlainCollection(Object object) {
        Class<?> type = object.getClass();
        while (type != null && Subject.owns(type.getName())) {
            type = type.getSuperclass();
        }
        String name = type == null ? "" : type.getName();
        int inner = name.indexOf('$');
        return PLAIN_COLLECTIONS.contains(inner < 0 ? name : name.substring(0, inner));
    }

    private static Access mode(String name, String stem) {
        return switch (name.substring(name.startsWith(stem) ? stem.length() : 0)) {
            case "Plain" -> Access.PLAIN;
            case "Opaque" -> Access.OPAQUE;
            case "Acquire", "Release", "lazySet" -> Access.ORDERED;
            default -> Access.VOLATILE;
        };
    }

    private static @Nullable Object content(Object variable) {
        if (variable instanceof AtomicInteger number) {
            return number.get();
        } else if (variable instanceof AtomicLong number) {
            return number.get();
        } else if (variable instanceof AtomicBoolean truth) {
            return truth.get();
        }
        return ((AtomicReference<?>) variable).get();
    }

    /** Before a call of a VarHandle. */
    public static void handleBefore(VarHandle handle, String name, Object[] arguments, String at) {
        observer.point(at);
        HandleVariable variable = HandleVariable.of(handle, arguments);
        if (variable == null) {
            observer.called("VarHandle." + name, at);
            return;
        }
        observer.holds(whose(variable.base()), variable.name(), variable.value());
        if (name.startsWith("set")) {
            Object value = arguments[arguments.length - 1];
            observer.write(whose(variable.base()), variable.name(), access(name), variable.value(), value, at);
        }
    }

    /** After it; returns what the thread is to see. */
    public static @Nullable Object handleAfter(
            VarHandle handle, String name, Object[] arguments, @Nullable Object result, String at) {
        HandleVariable variable = HandleVariable.of(handle, arguments);
        if (variable == null) {
            observer.called("VarHandle." + name, at);
            return result;
        }
        boolean gets = Set.of("get", "getVolatile", "getOpaque", "getAcquire").contains(name);
        if (gets) {
            return observer.read(whose(variable.base()), variable.name(), access(name), result, at);
        }
        if (!name.startsWith("set")) {
            observer.changed(whose(variable.base()), variable.name(), variable.value(), at);
        }
        return result;
    }

    private static Access access(String name) {
        return switch (name) {
            case "get", "set" -> Access.PLAIN;
            case "getOpaque", "setOpaque" -> Access.OPAQUE;
            case "getAcquire", "setRelease" -> Access.ORDERED;
            default -> Access.VOLATILE;
        };
    }

    private static Object whose(@Nullable Object base) {
        return base == null ? STATICS : base;
    }

    /** What is asked for its read or write lock is not locked by that. */
    private static boolean isView(Object lock) {
        return lock instanceof ReentrantReadWriteLock;
    }

    private static boolean begins(String name, List<String> stems) {
        return stems.stream().anyMatch(name::startsWith);
    }

    private static boolean isLock(@Nullable Object object) {
        return object instanceof ReentrantLock
                || object instanceof ReentrantReadWriteLock
                || object instanceof ReentrantReadWriteLock.ReadLock
                || object instanceof ReentrantReadWriteLock.WriteLock
                || object instanceof StampedLock
                || object instanceof Semaphore;
    }

    private static boolean isAtomic(@Nullable Object object) {
        return object instanceof AtomicInteger
                || object instanceof AtomicLong
                || object instanceof AtomicBoolean
                || object instanceof AtomicReference;
    }

    private static Object whole(Object lock) {
        return VIEWS.getOrDefault(lock, lock);
    }

    /** The submission's own code behind an interface of the JDK: what it does is seen there. */
    private static boolean isOwn(@Nullable Object receiver, String name) {
        if (receiver == null || !receiver.getClass().getName().startsWith("lab.")) {
            return false;
        }
        for (Method method : receiver.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getDeclaringClass().getName().startsWith("lab.")) {
                return true;
            }
        }
        return false;
    }

    private static String simple(String owner) {
        return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    }
}
