package racecourse.checks.engine.explore;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function1;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResultKt;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenarioKt;
import org.jetbrains.kotlinx.lincheck.runner.InvocationResult;
import org.jetbrains.kotlinx.lincheck.runner.LambdaRunnerKt;
import org.jetbrains.kotlinx.lincheck.runner.Runner;
import org.jetbrains.kotlinx.lincheck.strategy.IncorrectResultsFailure;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedDeadlockFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedLivelockFailure;
import org.jetbrains.kotlinx.lincheck.strategy.Strategy;
import org.jetbrains.kotlinx.lincheck.strategy.StrategyKt;
import org.jetbrains.kotlinx.lincheck.strategy.TimeoutFailure;
import org.jetbrains.kotlinx.lincheck.strategy.managed.ManagedStrategySettings;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.lincheck.NoExceptionVerifier;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckClassFileTransformer;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;
import org.jetbrains.lincheck.trace.TraceContext;
import org.jetbrains.lincheck.util.ClassCache;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario under many interleavings with Lincheck 3.7's model checker and reports the first that breaks it.
 *
 * <p>The scenario starts its own threads, joins them, and throws if the outcome is wrong. Each thread is a named
 * subclass of {@link Thread} that overrides {@code run()}, held in a variable of type {@code Thread} (Lincheck follows
 * {@code start} and {@code join} only when the call names {@code Thread}). Whatever a thread throws is caught by that
 * thread and thrown again by the scenario.
 *
 * <p>Lincheck's public entry waits 60 s for a schedule that hangs, cannot be stopped between schedules, and looks up
 * classes by name in its own loader, so that it passes over a submission in a child loader without a word. This class
 * therefore drives the parts behind that entry, which Kotlin calls internal: the version of Lincheck is pinned, and the
 * explorer's own controls tell when a new one behaves differently. One exploration at a time per JVM.
 */
public final class LincheckExplorer implements AutoCloseable {

    // The first schedule of a JVM also instruments the JDK: over a second of work, more on a busy machine.
    private static final Duration LONGEST_SCHEDULE = Duration.ofSeconds(10);

    private static final int INSIDE_LOCKS = 5;
    private static final int LOOP_SWITCH = 10;
    // Lincheck's own entry calls a loop of 51 rounds and a recursion 21 deep a livelock; much correct code goes
    // further.
    private static final int LOOP_BOUND = 1_000;
    private static final int RECURSION_BOUND = 200;

    private static boolean installed;

    private final List<Class<?>> submission;
    private boolean shown;

    /** @param submission every class that the scenario may reach and that Lincheck's own loader cannot see */
    public LincheckExplorer(Collection<Class<?>> submission) {
        this.submission = List.copyOf(submission);
    }

    /**
     * Takes the locks of the JDK as one step each first: that finds races soonest, and often runs every interleaving there
     * is. If the scenario meets such locks, some more schedules switch inside them too: a lock-order deadlock, which that
     * needs, shows in the first few or not at all.
     */
    public Exploration explore(Runnable scenario, int schedules, Duration limit) {
        synchronized (LincheckExplorer.class) {
            try {
                install();
                try {
                    show();
                    track("enableThreadLocalEventTracking");
                    LincheckInstrumentation.INSTANCE.ensureObjectIsTransformed(scenario);
                    long end = System.nanoTime() + limit.toNanos();
                    LocksOfTheJdk locks = new LocksOfTheJdk();
                    Exploration first = search(scenario, schedules, 0, end, locks.asOneStep());
                    return locks.met && first instanceof Exploration.NothingFound found
                            ? search(scenario, schedules / INSIDE_LOCKS + 1, found.schedules(), end, null)
                            : first;
                } finally {
                    track("disableThreadLocalEventTracking");
                }
            } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
                return new Exploration.NoWord("the explorer failed", e.toString());
            }
        }
    }

    private static Exploration search(
            Runnable scenario, int schedules, int before, long end, @Nullable List<ManagedStrategyGuarantee> guarantees)
            throws ReflectiveOperationException, IOException {
        Verifier verifier = new NoExceptionVerifier();
        try (Strategy strategy = strategy(scenario, guarantees)) {
            for (int schedule = 1; schedule <= schedules; schedule++) {
                if (System.nanoTime() - end > 0) {
                    // a faster machine would have seen more
                    return new Exploration.NoWord("time ran out after " + (before + schedule - 1) + " schedules", "");
                }
                if (!strategy.nextInvocation()) {
                    return new Exploration.NothingFound(before + schedule - 1, true);
                }
                InvocationResult result = strategy.runInvocation();
                LincheckFailure failure =
                        StrategyKt.verify(strategy, ExecutionScenarioKt.emptyScenario(), result, verifier);
                if (failure != null) {
                    return describe(before + schedule, failure);
                }
            }
            return new Exploration.NothingFound(before + schedules, false);
        }
    }

    private static Exploration describe(int schedule, LincheckFailure failure) {
        if (failure instanceof TimeoutFailure timeout) {
            return new Exploration.NoWord(
                    "a schedule was not over after " + LONGEST_SCHEDULE.toMillis() + " ms", dump(timeout));
        }
        // Printing first: it settles the names of the objects in the trace.
        String text = failure.toString().strip();
        List<TraceStep> steps = failure.getTrace() == null ? List.of() : TraceReader.read(failure.getTrace());
        if (failure instanceof ManagedDeadlockFailure) {
            return new Exploration.DeadlockFound(schedule, steps, text);
        }
        if (failure instanceof ManagedLivelockFailure) {
            return stuckInLocksOfTheJdk(steps)
                    ? new Exploration.DeadlockFound(schedule, steps, text)
                    : new Exploration.LoopsForever(schedule, steps, text);
        }
        Throwable cause = thrownBy(failure);
        if (failure instanceof IncorrectResultsFailure && cause != null && !isLinchecksOwn(cause)) {
            return new Exploration.RaceFound(schedule, cause, steps, text);
        }
        return new Exploration.NoWord(
                "a schedule ended with " + failure.getClass().getSimpleName(), text);
    }

    /** As on JDK 25 with {@code --sun-misc-unsafe-memory-access=deny}, where every scenario fails, the correct ones too. */
    private static boolean isLinchecksOwn(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.startsWith("org.jetbrains.kotlinx.lincheck.runner."))
                .anyMatch(name -> name.startsWith("org.jetbrains.") || name.startsWith("sun.nio.ch.lincheck."));
    }

    private static @Nullable Throwable thrownBy(LincheckFailure failure) {
        for (List<LincheckResult> thread : ExecutionResultKt.getParallelResults(failure.getResults())) {
            for (LincheckResult result : thread) {
                if (result instanceof ExceptionResult exception) {
                    return exception.getThrowable();
                }
            }
        }
        return null;
    }

    private static String dump(TimeoutFailure failure) {
        return failure.getThreadDump().entrySet().stream()
                .map(e -> e.getKey().getName()
                        + Arrays.stream(e.getValue()).map(f -> "\n\tat " + f).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Lincheck lets a parked thread wake for no reason, so a thread that waits for a lock of the JDK seems to loop.
     * When every started thread that has not ended last acted inside such a lock, nobody is left to release it.
     */
    private static boolean stuckInLocksOfTheJdk(List<TraceStep> steps) {
        Map<Integer, TraceStep> last = new HashMap<>();
        for (TraceStep step : steps) {
            if (step.thread() != 0 && step.action() != TraceStep.Action.SWITCH) {
                last.put(step.thread(), step);
            }
        }
        List<TraceStep> unfinished =
                last.values().stream().filter(step -> step.depth() > 0).toList();
        return !unfinished.isEmpty() && unfinished.stream().allMatch(step -> LocksOfTheJdk.contain(step.className()));
    }

    private static final class LocksOfTheJdk implements Function1<String, Boolean> {

        private volatile boolean met;

        /**
         * Lincheck transforms a class when it sees code under analysis make an object of it, and looks away while a method
         * handle runs, as the constructor of a submission does. Who waits for a lock made there is out of its sight, for
         * good.
         */
        static void transform() {
            List<Class<?>> types = Stream.of(
                            LockSupport.class,
                            AbstractOwnableSynchronizer.class,
                            AbstractQueuedSynchronizer.class,
                            AbstractQueuedLongSynchronizer.class,
                            ReentrantLock.class,
                            ReentrantReadWriteLock.class,
                            StampedLock.class,
                            Semaphore.class)
                    .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                    .toList();
            types.forEach(type ->
                    LincheckInstrumentation.INSTANCE.getInstrumentedClasses().add(type.getName()));
            // in one go: the JVM stops all threads each time
            LincheckInstrumentation.INSTANCE.retransformClasses(types);
        }

        static boolean contain(String className) {
            return className.startsWith("java.util.concurrent.locks.")
                    || className.startsWith("java.util.concurrent.Semaphore");
        }

        @Override
        public Boolean invoke(String className) {
            boolean mine = contain(className);
            met |= mine;
            return mine;
        }

        List<ManagedStrategyGuarantee> asOneStep() {
            return List.of(ManagedStrategyGuaranteeKt.forClasses(this)
                    .methods(method -> true)
                    .mute$lincheck());
        }
    }

    /** Built by reflection: the compiler cannot see an interface of these classes, which is in Lincheck's boot jar. */
    private static Strategy strategy(Runnable scenario, @Nullable List<ManagedStrategyGuarantee> guarantees)
            throws ReflectiveOperationException {
        long longest = LONGEST_SCHEDULE.toMillis();
        Runner runner = LambdaRunnerKt.LambdaRunner(longest, scenario);
        ManagedStrategySettings settings = new ManagedStrategySettings(
                longest, LOOP_SWITCH, LOOP_BOUND, RECURSION_BOUND, false, true, false, guarantees);
        Strategy strategy = Class.forName(
                        "org.jetbrains.kotlinx.lincheck.strategy.managed.modelchecking.ModelCheckingStrategy")
                .asSubclass(Strategy.class)
                .getConstructor(Runner.class, ManagedStrategySettings.class, boolean.class, TraceContext.class)
                .newInstance(runner, settings, false, LincheckInstrumentation.INSTANCE.getContext());
        runner.getClass().getMethod("initializeStrategy", Strategy.class).invoke(runner, strategy);
        return strategy;
    }

    /** Works without an attach when the JVM was started with byte-buddy-agent's jar as {@code -javaagent}. */
    @SuppressWarnings("NullAway") // Kotlin's default argument
    private static void install() {
        if (!installed) {
            LincheckInstrumentation lincheck = LincheckInstrumentation.INSTANCE;
            lincheck.attachJavaAgentDynamically(null);
            lincheck.install(InstrumentationMode.MODEL_CHECKING);
            LocksOfTheJdk.transform();
            installed = true;
        }
    }

    /**
     * Lincheck knows classes by name only and asks its own loader for them, so it is handed these. They stay for the next
     * scenario: transforming them stops all threads of the JVM, and is most of what a short exploration costs.
     */
    private void show() throws ReflectiveOperationException {
        if (!shown) {
            shown = true;
            forget(submission);
            known().putAll(submission.stream().collect(Collectors.toMap(Class::getName, type -> type)));
            LincheckInstrumentation.INSTANCE.retransformClasses(toTransform(submission));
        }
    }

    /** Ends it before another submission's classes are loaded: one of the same name would be defined with these bytes. */
    @Override
    public void close() {
        synchronized (LincheckExplorer.class) {
            if (shown) {
                shown = false;
                try {
                    forget(submission);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("Lincheck's cache of classes is not where it was", e);
                }
            }
        }
    }

    /** Each class with what it inherits from, to be transformed in one go; the public method makes one stop of each. */
    private static List<Class<?>> toTransform(List<Class<?>> classes) throws ReflectiveOperationException {
        Method collect = LincheckInstrumentation.class.getDeclaredMethod(
                "ensureClassHierarchyIsTransformed", Class.class, Set.class, Set.class);
        collect.setAccessible(true);
        Set<Class<?>> collected = new LinkedHashSet<>();
        Set<String> visited = new HashSet<>();
        for (Class<?> type : classes) {
            collect.invoke(LincheckInstrumentation.INSTANCE, type, visited, collected);
        }
        return List.copyOf(collected);
    }

    private static void forget(List<Class<?>> classes) throws ReflectiveOperationException {
        Set<String> names = classes.stream().map(Class::getName).collect(Collectors.toSet());
        LincheckInstrumentation.INSTANCE.getInstrumentedClasses().removeAll(names);
        LincheckClassFileTransformer.INSTANCE
                .getTransformedClassesCache()
                .keySet()
                .removeAll(names);
        known().keySet().removeAll(names);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Class<?>> known() throws ReflectiveOperationException {
        Field cache = ClassCache.class.getDeclaredField("cache");
        cache.setAccessible(true);
        return (Map<String, Class<?>>) cache.get(ClassCache.INSTANCE);
    }

    private static void track(String method) throws ReflectiveOperationException {
        Class.forName("sun.nio.ch.lincheck.Injections", true, null)
                .getMethod(method)
                .invoke(null);
    }
}
