package racecourse.checks.engine.locks.paths;

import java.util.List;
import java.util.Set;

/** Tells calls that can have nothing to do with mutual exclusion from those that might. */
public final class Mechanisms {
    private static final Set<String> PLAIN_TYPES = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/CharSequence",
            "java/lang/Character",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Boolean",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Number",
            "java/lang/Math",
            "java/lang/StrictMath",
            "java/lang/Enum",
            "java/lang/Record",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/lang/Throwable",
            "java/util/Objects",
            "java/util/Optional",
            "java/util/OptionalInt",
            "java/util/Arrays",
            "java/util/Collections",
            "java/util/List",
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/Deque",
            "java/util/Queue",
            "java/util/Collection",
            "java/util/Iterator",
            "java/util/Map",
            "java/util/HashMap",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/IdentityHashMap",
            "java/util/Set",
            "java/util/HashSet",
            "java/util/LinkedHashSet",
            "java/util/TreeSet",
            "java/util/Map$Entry",
            "java/util/EnumSet",
            "java/util/concurrent/TimeUnit",
            "java/nio/file/Path",
            "java/nio/file/Paths",
            "java/io/File",
            "java/time/Duration",
            "java/time/Instant");
    private static final List<String> CALLBACKS = List.of(
            "Ljava/util/function/",
            "Ljava/lang/Runnable;",
            "Ljava/util/concurrent/Callable;",
            "Ljava/util/Comparator;");
    private static final Set<String> OBJECT = Set.of("wait", "notify", "notifyAll");
    private static final Set<String> FILES = Set.of("createNewFile", "delete", "mkdir", "mkdirs", "renameTo");

    private Mechanisms() {}

    /**
     * Returns whether it is the kit that is called. Who is behind the interface that the student implements is another
     * question: a decorator, a proxy.
     *
     * @param owner the internal name of the class
     * @return whether a call on it ends in the kit
     */
    public static boolean isOfTheKit(String owner) {
        return owner.equals("racecourse/contract/Pause")
                || owner.equals("racecourse/contract/tickets/TicketStore")
                || owner.equals("racecourse/contract/tickets/TicketFile");
    }

    /**
     * Returns whether a call out of the submission neither waits nor orders memory nor calls back.
     *
     * @param owner internal name of the type that is called
     * @param name the method's name
     * @param descriptor its descriptor
     * @return true if that is certain
     */
    public static boolean isPlain(String owner, String name, String descriptor) {
        if (OBJECT.contains(name)
                || FILES.contains(name)
                || (owner.equals("java/util/concurrent/TimeUnit") && name.equals("sleep"))) {
            return false;
        }
        if (CALLBACKS.stream().anyMatch(descriptor::contains)) {
            return false;
        }
        if (owner.equals("java/util/Collections") && name.startsWith("synchronized")) {
            return false;
        }
        if (owner.equals("java/lang/System")) {
            return Set.of("nanoTime", "currentTimeMillis", "arraycopy", "identityHashCode", "lineSeparator")
                    .contains(name);
        }
        return PLAIN_TYPES.contains(owner) || isThrowable(owner);
    }

    private static boolean isThrowable(String owner) {
        return (owner.startsWith("java/") || owner.startsWith("javax/"))
                && (owner.endsWith("Exception") || owner.endsWith("Error"));
    }
}
