package racecourse.checks.engine.children;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * Lets a child write megabytes to its standard output and error, by turns. It is stuck when it has not got on while
 * another child, whose output is read, has come up, written as much and ended.
 */
public final class Flooding {
    private static final long BYTES = 8 << 20;
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How long it must have stood still before the control begins. */
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration CONTROL = Duration.ofSeconds(8);

    private Flooding() {}

    /**
     * Lets a child write, and waits for its end.
     *
     * @param nursery where the control connects to
     * @param child the child, up
     * @param expected what the contract demands
     * @throws IOException if the control cannot be started
     * @throws Violation if it cannot write, or is stuck
     * @throws Powerless if nothing is proven in time
     */
    public static void ends(Nursery nursery, Child child, Message expected) throws IOException {
        child.tell("flood " + BYTES);
        long begin = System.nanoTime();
        long since = begin;
        @Nullable String before = null;
        while (!child.awaitEnd(LOOK)) {
            String now = progress(child);
            if (now == null) {
                continue;
            }
            if (now.indexOf(' ') > 0) {
                throw new Violation(Evidence.of(expected, Message.of("engine.flood.refused", now)));
            }
            if (!now.equals(before)) {
                before = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STILL_NANOS) {
                control(nursery);
                if (now.equals(progress(child))) {
                    throw new Violation(Evidence.of(expected, Message.of("engine.flood.stuck", now))
                            .hinting(Message.of("engine.flood.try")));
                }
                since = System.nanoTime();
            }
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
        }
    }

    /** How far it is; {@code null} when it has ended. */
    private static @Nullable String progress(Child child) {
        try {
            return child.ask("progress");
        } catch (Powerless e) {
            if (child.awaitEnd(Duration.ofMillis(1))) {
                return null;
            }
            throw e;
        }
    }

    /** Comes up, writes as much to somebody who reads it, and ends; or nothing is proven. */
    private static void control(Nursery nursery) throws IOException {
        Child child = nursery.plan(Child.Kind.DOCILE);
        Process process =
                new ProcessBuilder(child.command()).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            if (!child.awaitUp(CONTROL)) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            child.tell("flood " + BYTES);
            Thread reader = new Thread(() -> read(output), "output of a control");
            reader.setDaemon(true);
            reader.start();
            if (!child.awaitEnd(CONTROL)) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
        }
    }

    private static void read(InputStream output) {
        try {
            output.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it was closed
        }
    }
}
