package racecourse.checks.engine.memory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects order no memory, whatever is called on them. Their static type does not tell: behind a {@code List} may be
 * one that may be shared, behind an unmodifiable view as well, and a {@code Number} may be an atomic one.
 */
final class Ordinary {
    private static final Set<String> TYPES = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.StringBuilder",
            "java.lang.Class",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Enum",
            "java.lang.Record",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.util.AbstractCollection",
            "java.util.AbstractList",
            "java.util.AbstractMap",
            "java.util.AbstractQueue",
            "java.util.AbstractSet",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.IdentityHashMap",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Arrays",
            "java.util.ImmutableCollections",
            "java.util.KeyValueHolder",
            "java.util.concurrent.TimeUnit");

    /** Of the collections that {@code Collections} makes; the others are views of whatever they are given. */
    private static final Set<String> EMPTY_OR_ONE =
            Set.of("java.util.Collections$Empty", "java.util.Collections$Singleton");

    private Ordinary() {}

    /** Returns whether it is certain that an object orders nothing. Its own code is looked at where it runs. */
    static boolean isOrdinary(@Nullable Object object) {
        if (object == null || object.getClass().isArray() || object instanceof Throwable) {
            return true;
        }
        Class<?> type = object.getClass();
        while (type.getName().startsWith("lab.")) {
            // what it inherits, it does as well
            type = type.getSuperclass();
        }
        String name = type.getName();
        if (EMPTY_OR_ONE.stream().anyMatch(name::startsWith)) {
            return true;
        }
        int nested = name.indexOf('$');
        return TYPES.contains(nested < 0 ? name : name.substring(0, nested));
    }

    /** Returns whether all objects of a type are ordinary, whatever they look like; an internal name. */
    static boolean isSealed(String type) {
        return type.startsWith("[")
                || type.startsWith("java/util/Optional")
                || Set.of(
                                "java/lang/String",
                                "java/lang/StringBuilder",
                                "java/lang/Class",
                                "java/lang/Integer",
                                "java/lang/Long",
                                "java/lang/Short",
                                "java/lang/Byte",
                                "java/lang/Character",
                                "java/lang/Boolean",
                                "java/lang/Double",
                                "java/lang/Float",
                                "java/util/concurrent/TimeUnit")
                        .contains(type);
    }
}
