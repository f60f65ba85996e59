package racecourse.checks.engine.stress;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/**
 * A thread asks in a tight loop until the answer changes, and another one changes it. Where nothing orders the read
 * after the write, the JIT may read once and loop for ever; that this JIT does so, at once, is shown by the control.
 */
public final class SpinningReader {
    /** CPU time after which a loop is compiled, with much to spare; the control tells where it was not enough. */
    private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    /** How long, in CPU time of its own, a reader has still seen the old answer: millions of turns. */
    private static final long BLIND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration MOMENT = Duration.ofMillis(2);

    private SpinningReader() {}

    /** A loop that asks a submission's object, and the change that ends it. */
    public interface Loop extends Runnable {
        /** Asks until the answer is another one. */
        @Override
        void run();

        /** Makes the answer another one; called on another thread. */
        void change();

        /** Ends a loop that did not see the change. Only the planted one can: its compiled code is thrown away. */
        default void end() {}
    }

    /**
     * A call that must see a change.
     *
     * @param loop a class with a public constructor that takes the {@link Subject}; loaded anew for each submission, so
     *     that the JIT compiles it for that submission only
     * @param text how the call reads
     */
    public record Asking(Class<? extends Loop> loop, String text) {}

    /**
     * Makes a detection.
     *
     * @param loop see {@link Asking}
     * @param change how the call reads that changes the answer
     * @param ask how the call reads that asks
     * @return the detection; without power where the planted plain field was seen or the planted volatile one was not
     */
    public static Detection of(Class<? extends Loop> loop, String change, String ask) {
        return ofEach(change, new Asking(loop, ask));
    }

    /**
     * Makes a detection for several calls, one after the other.
     *
     * @param change how the call reads that changes the answers
     * @param calls the calls
     * @return the detection, as above
     */
    public static Detection ofEach(String change, Asking... calls) {
        return subject -> {
            control();
            for (Asking call : calls) {
                look(subject, change, call);
            }
            return new Outcome.Clean();
        };
    }

    private static void look(Subject subject, String change, Asking call) {
        Loop own = (Loop) Scene.value(Message.of("engine.constructor.returns"), () -> load(call.loop(), subject));
        String ask = call.text();
        Message expected = Message.of("engine.visible.expected", change, ask);
        long blind = blindNanos(own, expected);
        if (blind > 0) {
            throw new Violation(Evidence.of(
                            expected,
                            Message.of("engine.visible.blind", ask, TimeUnit.NANOSECONDS.toMillis(blind), change))
                    .because(Message.of("engine.visible.why", ask))
                    .hinting(Message.of("engine.visible.try", ask)));
        }
    }

    /** Returns for how long the reader went on after the change; 0 if it saw it. */
    private static long blindNanos(Loop loop, Message expected) {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor reader = scene.start("R", Call.of(loop::run));
            awaitCpu(reader, WARM_NANOS);
            Actor writer = scene.start("W", Call.of(loop::change));
            if (!writer.awaitEnd(Duration.ofNanos(LIMIT_NANOS))) {
                throw new Powerless(Message.of("engine.time-ran-out", writer.name()));
            }
            if (writer.thrown() != null) {
                throw Scene.threw(expected, writer.thrown());
            }
            long begin = Threads.cpuNanos(reader.thread());
            awaitCpu(reader, begin + BLIND_NANOS);
            if (!reader.hasEnded()) {
                return Threads.cpuNanos(reader.thread()) - begin;
            }
            if (reader.thrown() != null) {
                throw Scene.threw(expected, reader.thrown());
            }
            return 0;
        }
    }

    private static void awaitCpu(Actor reader, long nanos) {
        long begin = System.nanoTime();
        while (Threads.cpuNanos(reader.thread()) < nanos && !reader.awaitEnd(MOMENT)) {
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new Powerless(Message.of("engine.time-ran-out", reader.name()));
            }
        }
    }

    private static void control() {
        Message expected = Message.of("engine.visible.expected", "set()", "get()");
        Loop seen = load(PlantedCells.VolatileLoop.class, null);
        if (blindNanos(seen, expected) > 0) {
            throw new Powerless(Message.of("engine.control.accused", "a volatile field"));
        }
        Loop unseen = load(PlantedCells.PlainLoop.class, null);
        boolean blind = blindNanos(unseen, expected) > 0;
        unseen.end();
        if (!blind) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
    }

    private static Loop load(Class<? extends Loop> loop, @Nullable Subject subject) {
        try {
            Class<?> fresh = new ScenarioLoader(loop, subject).loadClass(loop.getName());
            Constructor<?> constructor = fresh.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            List<Class<?>> parameters = List.of(constructor.getParameterTypes());
            return (Loop) (parameters.isEmpty() ? constructor.newInstance() : constructor.newInstance(subject));
        } catch (InvocationTargetException e) {
            throw UnderStress.rethrown(Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot load " + loop, e);
        }
    }
}
