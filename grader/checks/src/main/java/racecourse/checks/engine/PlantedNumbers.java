package racecourse.checks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.time.Duration;
import racecourse.checks.protocol.Message;

/**
 * The controls of {@link Track}: a number that is counted up in two steps without a lock, which must be caught when one
 * thread is stopped at every step, and one with a lock, which must be spared.
 */
public final class PlantedNumbers {
    private static final int MOST_STEPS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static boolean held;

    private PlantedNumbers() {}

    /** Something to count up. */
    public interface Counted {
        /** Counts. */
        void add();

        /** Returns how often it was counted. */
        int value();
    }

    static final class Racy implements Counted {
        private volatile int value;

        @Override
        public void add() {
            int before = value;
            value = before + 1;
        }

        @Override
        public int value() {
            return value;
        }
    }

    static final class Guarded implements Counted {
        private int value;

        @Override
        public synchronized void add() {
            int before = value;
            value = before + 1;
        }

        @Override
        public synchronized int value() {
            return value;
        }
    }

    /**
     * Tries both, once in a JVM.
     *
     * @throws Powerless if the racy one was spared or the guarded one was accused
     */
    public static synchronized void control() {
        if (held) {
            return;
        }
        if (!losesOne(Racy.class)) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
        if (losesOne(Guarded.class)) {
            throw new Powerless(Message.of("engine.control.accused", "PlantedNumbers.Guarded"));
        }
        held = true;
    }

    private static boolean losesOne(Class<? extends Counted> type) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            try (Scene scene = new Scene()) {
                Counted number = tracked(type);
                Actor stopped =
                        scene.start("A", Track.heldAt(scene.gate(), step).over(Call.of(number::add)));
                if (stopped.settleBriefly(scene.gate(), LIMIT) != Actor.Rest.HELD) {
                    return false;
                }
                Actor other = scene.start("B", Call.of(number::add));
                other.settleBriefly(scene.gate(), LIMIT);
                scene.gate().open();
                scene.awaitEnd(stopped, Message.of("engine.call.returns"));
                scene.awaitEnd(other, Message.of("engine.call.returns"));
                if (number.value() != 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Counted tracked(Class<? extends Counted> type) {
        try {
            Constructor<?> constructor = new Loader(type).define().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Counted) constructor.newInstance();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("cannot load " + type, e);
        }
    }

    /** Defines one class anew, changed as a submission's are. */
    private static final class Loader extends ClassLoader {
        private final Class<?> type;

        Loader(Class<?> type) {
            super(type.getClassLoader());
            this.type = type;
        }

        Class<?> define() throws IOException {
            try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new IOException("no bytes of " + type);
                }
                byte[] changed = Tracked.changed(in.readAllBytes());
                return defineClass(type.getName(), changed, 0, changed.length);
            }
        }
    }
}
