package racecourse.grader.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.ServiceLoader;

/** The ways to get at a class, or at its code, by name. */
final class Loading {
    /** From a type of the JDK to those of its methods that load, define or call what is found by name. */
    private static final Map<Class<?>, String> DOORS = Map.of(
            Class.class, "forName",
            ClassLoader.class, "loadClass|findClass|defineClass",
            MethodHandles.Lookup.class, "findClass|defineClass|defineHiddenClass.*",
            ServiceLoader.class, "load.*",
            Method.class, "invoke",
            Constructor.class, "newInstance");

    private Loading() {}

    static ArchCondition<JavaClass> never() {
        return new ArchCondition<>("never load a class by name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isAssignableTo(ClassLoader.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is a class loader"));
                }
                // method references too: Class::forName is no call
                type.getAccessesFromSelf().stream()
                        .filter(access -> isDoor(access.getTarget()))
                        .map(JavaAccess::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(type, description)));
            }
        };
    }

    private static boolean isDoor(AccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean makesLoader = target.getName().equals("<init>") && owner.isAssignableTo(ClassLoader.class);
        return makesLoader
                || DOORS.entrySet().stream()
                        .anyMatch(door -> owner.isAssignableTo(door.getKey())
                                && target.getName().matches(door.getValue()));
    }
}
