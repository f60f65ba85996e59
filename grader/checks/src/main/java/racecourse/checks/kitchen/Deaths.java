package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * Notes who dies of an exception that nobody catches: where no handler is set, the JVM prints its trace, on behalf of
 * whoever threw it.
 */
final class Deaths implements AutoCloseable {
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Death> deaths = new ArrayList<>();

    Deaths() {
        Thread.setDefaultUncaughtExceptionHandler(this::note);
    }

    private record Death(String thread, Throwable cause) {}

    private synchronized void note(Thread thread, Throwable cause) {
        deaths.add(new Death(thread.getName(), cause));
    }

    /** Forgets who has died so far. */
    synchronized void forget() {
        deaths.clear();
    }

    /** What a line of the submission threw was printed. */
    synchronized void mustBeNone() {
        for (Death death : deaths) {
            if (Threads.isOfTheSubmission(death.cause())) {
                throw violation(death);
            }
        }
    }

    private static Violation violation(Death death) {
        return new Violation(Evidence.of(
                        Message.of("kitchen.quiet.expected"),
                        Message.of("kitchen.quiet.died", death.thread(), death.cause()))
                .at(Threads.innermost(List.of(death.cause().getStackTrace()), null))
                .hinting(Message.of("kitchen.quiet.try")));
    }

    /** A thread that dies of what it throws is noticed, and one that has a handler of its own is not. */
    static void control() {
        Controls.mustSpare(() -> dies((thread, cause) -> {}));
        Controls.mustCatch(() -> dies(null));
    }

    private static void dies(Thread.@Nullable UncaughtExceptionHandler handler) {
        try (Deaths deaths = new Deaths()) {
            Thread thread = new Thread(
                    () -> {
                        throw new TracelessException();
                    },
                    "control");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(handler);
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            deaths.mustBeNone();
        }
    }

    /** Counts as a submission's: the kit's have a trace. */
    private static final class TracelessException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TracelessException() {
            super("made up by the check", null, false, false);
        }
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
