package racecourse.checks.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** One submission, loaded into this JVM by a class loader that sees the JDK and the contract, and nothing of the kit. */
public final class Subject {
    private final List<Path> classPath;
    private final ClassLoader loader;
    private final long seed;

    /**
     * Takes a submission whose classes are loaded with a loader of their own.
     *
     * @param classPath directories of compiled classes
     * @param seed seed of everything random
     */
    public Subject(List<Path> classPath, long seed) {
        this(classPath, SubjectLoader.plain(classPath), seed);
    }

    Subject(List<Path> classPath, ClassLoader loader, long seed) {
        this.classPath = List.copyOf(classPath);
        this.loader = loader;
        this.seed = seed;
    }

    /**
     * Takes a submission that is on the class path of this JVM, so that a debugger finds it.
     *
     * @param classPath directories of compiled classes
     * @param seed seed of everything random
     * @return the submission
     */
    public static Subject inProcess(List<Path> classPath, long seed) {
        return new Subject(classPath, Subject.class.getClassLoader(), seed);
    }

    /**
     * Returns the same submission loaded anew, with every timed acquisition running out after a few milliseconds. A
     * lock may be held for as long as its holder likes, so no correct code depends on the time-out being longer.
     */
    public Subject impatient() {
        return rewritten(Impatience::changed, Impatience.class);
    }

    /** Returns the same submission loaded anew, impatient, and with waits that end for no reason after a moment. */
    public Subject startled() {
        return rewritten(SpuriousWakeUps::changed, Impatience.class, SpuriousWakeUps.class);
    }

    /** Returns the same submission loaded anew, impatient, and so that {@link Track} sees every step of it. */
    public Subject tracked() {
        return rewritten(Tracked::changed, Impatience.class, Track.class);
    }

    /**
     * Returns the same submission loaded anew, each class changed in a way that its behaviour is not.
     *
     * @param change makes of a class what is loaded in its place
     * @param called classes of the kit that the changed ones call
     */
    public Subject rewritten(UnaryOperator<byte[]> change, Class<?>... called) {
        return new Subject(classPath, SubjectLoader.changed(classPath, change, called), seed);
    }

    /** Returns the same submission loaded anew, with a stop after each step of its code, see {@link Stops}. */
    public Subject stopping() {
        return rewritten(Stops::changed, Stops.class);
    }

    /** The same with each stop in front of its step. */
    public Subject stoppingInFront() {
        return rewritten(Stops::changedInFront, Stops.class);
    }

    /** Returns the seed of everything random. */
    public long seed() {
        return seed;
    }

    /** Returns the directories of compiled classes. */
    public List<Path> classPath() {
        return classPath;
    }

    /** Returns every class of the submission, loaded but not initialised; those that cannot be linked are missing. */
    public List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        for (String file : files(".class")) {
            Class<?> type =
                    loaded(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
            if (type != null) {
                classes.add(type);
            }
        }
        return classes;
    }

    /** What does not link is a finding of whoever needs it. */
    private @Nullable Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** Returns the source files that the top-level classes come from by name, {@code lab/counter/MutexCounter.java}. */
    public List<String> sourceFiles() {
        return files(".class").stream()
                .filter(file -> file.indexOf('$') < 0)
                .map(file -> file.replaceFirst("\\.class$", ".java"))
                .toList();
    }

    private List<String> files(String ending) {
        List<String> names = new ArrayList<>();
        for (Path directory : classPath) {
            Path lab = directory.resolve("lab");
            if (!Files.isDirectory(lab)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(lab)) {
                files.filter(Files::isRegularFile)
                        .map(file -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
                        .filter(name -> name.endsWith(ending))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** Returns the loader of the submission's classes. */
    public ClassLoader loader() {
        return loader;
    }

    /**
     * Finds the public constructor of a class that the contract names.
     *
     * @param className {@code lab.counter.MutexCounter}
     * @param contract the interface that it implements
     * @param parameters the constructor's parameter types
     * @return a handle of type {@code (parameters) -> contract}; what the constructor throws passes through unwrapped
     * @throws Violation if the class is missing, abstract, not public, of another interface or without the constructor
     */
    public MethodHandle constructor(String className, Class<?> contract, Class<?>... parameters) {
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw unfit(className, Message.of("engine.class.missing", className));
        } catch (LinkageError e) {
            throw unfit(className, Message.of("engine.class.unlinkable", className, e));
        }
        if (!contract.isAssignableFrom(type)) {
            throw unfit(className, Message.of("engine.class.other-interface", className, contract.getName()));
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw unfit(className, Message.of("engine.class.abstract", className));
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw unfit(className, Message.of("engine.class.not-public", className));
        }
        try {
            Constructor<?> constructor = type.getConstructor(parameters);
            return MethodHandles.publicLookup()
                    .unreflectConstructor(constructor)
                    .asType(MethodType.methodType(contract, parameters));
        } catch (NoSuchMethodException e) {
            throw unfit(className, Message.of("engine.class.no-constructor", type.getSimpleName(), list(parameters)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("public constructor of a public class: " + className, e);
        } catch (LinkageError e) {
            throw unfit(className, Message.of("engine.class.unlinkable", className, e));
        }
    }

    /**
     * Returns whether a class is one of the submission's.
     *
     * @param className its binary name
     * @return true for classes in {@code lab} and the packages under it
     */
    public static boolean owns(String className) {
        return className.startsWith("lab.");
    }

    private static Violation unfit(String className, Message observed) {
        String file = className.replace('.', '/') + ".java";
        return new Violation(Evidence.of(Message.of("engine.class.expected", className), observed)
                .at(List.of(new Place(file, 0, null)))
                .hinting(Message.of("engine.class.try")));
    }

    private static String list(Class<?>... parameters) {
        return Arrays.stream(parameters).map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
}
