package racecourse.checks.engine.stress;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import racecourse.checks.engine.Subject;

/**
 * Where a scenario finds the submission's class. It keeps the constructor in a {@code static final} field, so that the
 * JIT sees through it; that is sound because every run loads its scenario anew.
 */
public final class UnderStress {
    /** Names the submission's class path where the official harness runs a scenario, in a JVM of its own. */
    public static final String CLASS_PATH_PROPERTY = "racecourse.stress.classpath";

    private UnderStress() {}

    /**
     * Finds a constructor of the submission; called once, when a scenario is initialised.
     *
     * @param scenario the scenario's class
     * @param className the submission's class
     * @param contract the interface that it implements
     * @param parameters its constructor's parameters
     * @return the constructor, see {@link Subject#constructor}
     */
    public static MethodHandle constructor(
            Class<?> scenario, String className, Class<?> contract, Class<?>... parameters) {
        return subject(scenario).constructor(className, contract, parameters);
    }

    /**
     * Throws what {@code invokeExact} threw from where no checked exception can be declared.
     *
     * @param thrown what was thrown
     * @return never
     */
    public static RuntimeException rethrown(Throwable thrown) {
        return UnderStress.<RuntimeException>sneaky(thrown);
    }

    private static Subject subject(Class<?> scenario) {
        if (scenario.getClassLoader() instanceof ScenarioLoader loader && loader.subject() != null) {
            return loader.subject();
        }
        String classPath = System.getProperty(CLASS_PATH_PROPERTY);
        if (classPath == null) {
            throw new IllegalStateException("set -D" + CLASS_PATH_PROPERTY + " to the submission's class directories");
        }
        List<Path> directories =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        return new Subject(directories, 0);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
