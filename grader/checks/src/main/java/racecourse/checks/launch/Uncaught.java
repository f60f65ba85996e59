package racecourse.checks.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Rest;
import racecourse.checks.engine.starting.Started;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** What a body throws, whatever it is, reaches the uncaught handler of its thread, the very object, and no caller. */
final class Uncaught {
    private static final String NAME = "throwing";
    private static final List<Supplier<Throwable>> KINDS = List.of(
            () -> new IllegalStateException("thrown by the body"),
            () -> new AssertionError("thrown by the body"),
            () -> new Exception("thrown by the body"),
            () -> new InterruptedException("thrown by the body"),
            Outlandish::new);

    private Uncaught() {}

    /** Neither an exception nor an error. */
    private static final class Outlandish extends Throwable {
        private static final long serialVersionUID = 1L;

        Outlandish() {
            super("thrown by the body");
        }
    }

    /** A body that throws, and how it was launched. */
    private record Failure(Starter way, Throwable thrown) {
        Message expected() {
            return Message.of(
                    "launch.uncaught.expected", way.call(), thrown.getClass().getSimpleName());
        }
    }

    /** What a handler was told. */
    private static final class Handler implements Thread.UncaughtExceptionHandler {
        private final List<Throwable> told = new ArrayList<>();

        @Override
        public synchronized void uncaughtException(Thread thread, Throwable thrown) {
            told.add(thrown);
        }

        /** Returns what was told since the last time. */
        synchronized List<Throwable> taken() {
            List<Throwable> taken = List.copyOf(told);
            told.clear();
            return taken;
        }
    }

    /** The JVM's default handler, which is there before the launcher is made. */
    static Outcome reachesTheDefault(Subject subject) {
        Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Handler handler = new Handler();
            Thread.setDefaultUncaughtExceptionHandler(handler);
            Launching launching = Launching.of(subject);
            List<Failure> failures = new ArrayList<>();
            for (Starter way : launching.both()) {
                for (Supplier<Throwable> kind : KINDS) {
                    byDefault(new Failure(way, kind.get()), handler, failures);
                }
            }
            // whoever launches next has nothing to do with what has failed
            launching.both().forEach(way -> goesWell(way, failures));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        return new Outcome.Clean();
    }

    private static void byDefault(Failure failure, Handler handler, List<Failure> failures) {
        Message expected = failure.expected();
        failures.add(failure);
        try (Scene scene = new Scene()) {
            Body body = throwing(failure.thrown(), () -> {});
            Actor caller = Started.begin(scene, "A", failure.way(), NAME, body);
            scene.awaitEnd(caller, expected);
            notTheCaller(caller, failure.way(), failure.thrown(), failures);
            Thread thread = Started.by(caller, failure.way()).thread();
            Rest.await(scene, thread, body, expected);
            judge(handler, failure.thrown(), expected);
        }
    }

    private static void goesWell(Starter way, List<Failure> failures) {
        Message expected = Message.of("engine.starting.returns", way.call());
        try (Scene scene = new Scene()) {
            Body body = new Body();
            Actor caller = Started.begin(scene, "A", way, NAME, body);
            scene.awaitEnd(caller, expected);
            notTheCaller(caller, way, null, failures);
            Rest.await(scene, Started.by(caller, way).thread(), body, expected);
        }
    }

    /** A handler that is given to the thread while its body is held. */
    static Outcome reachesTheThreads(Subject subject) {
        Launching launching = Launching.of(subject);
        List<Failure> failures = new ArrayList<>();
        for (Starter way : launching.both()) {
            for (Supplier<Throwable> kind : KINDS) {
                ofTheThread(new Failure(way, kind.get()), failures);
            }
        }
        return new Outcome.Clean();
    }

    private static void ofTheThread(Failure failure, List<Failure> failures) {
        Message expected = failure.expected();
        failures.add(failure);
        try (Scene scene = new Scene()) {
            Body body = throwing(failure.thrown(), scene.gate()::pass);
            Actor caller = Started.begin(scene, "A", failure.way(), NAME, body);
            Actor.Rest rest = caller.settle(scene.gate(), java.time.Duration.ofSeconds(5));
            if (rest != Actor.Rest.ENDED) {
                // that the caller does not go on is another check's affair
                return;
            }
            notTheCaller(caller, failure.way(), failure.thrown(), failures);
            Thread thread = Started.by(caller, failure.way()).thread();
            Handler handler = new Handler();
            thread.setUncaughtExceptionHandler(handler);
            scene.gate().open();
            Rest.await(scene, thread, body, expected);
            judge(handler, failure.thrown(), expected);
        }
    }

    private static Body throwing(Throwable thrown, Runnable before) {
        return new Body(() -> {
            before.run();
            // as if it were made here, by the body
            thrown.fillInStackTrace();
            Uncaught.<RuntimeException>sneakily(thrown);
        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so that anything can be thrown
    private static <T extends Throwable> void sneakily(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** The caller is told neither what the body throws that it launches nor what an earlier one has thrown. */
    private static void notTheCaller(Actor caller, Starter way, @Nullable Throwable own, List<Failure> failures) {
        for (Throwable cause = caller.thrown(); cause != null; cause = cause.getCause()) {
            for (Failure failure : failures) {
                if (cause == failure.thrown()) {
                    String told = String.valueOf(caller.thrown());
                    Message observed = cause == own
                            ? Message.of("launch.uncaught.caller", told)
                            : Message.of("launch.uncaught.later-caller", way.call(), told);
                    throw violation(failure.expected(), observed, cause);
                }
            }
        }
    }

    private static void judge(Handler handler, Throwable thrown, Message expected) {
        List<Throwable> told = handler.taken();
        if (told.isEmpty()) {
            throw violation(expected, Message.of("launch.uncaught.nothing"), thrown);
        }
        for (Throwable one : told) {
            if (one != thrown) {
                throw violation(expected, Message.of("launch.uncaught.other", one), one);
            }
        }
        if (told.size() > 1) {
            throw violation(expected, Message.of("launch.uncaught.again", told.size()), thrown);
        }
    }

    private static Violation violation(Message expected, Message observed, Throwable thrown) {
        return new Violation(Evidence.of(expected, observed)
                .at(Threads.innermost(List.of(thrown.getStackTrace()), null))
                .hinting(Message.of("launch.uncaught.try")));
    }
}
