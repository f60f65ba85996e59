package racecourse.checks.echo;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** A day in the life of a server, good and bad: nothing is printed, and nothing reaches the JVM that it would print. */
final class Quiet {
    private Quiet() {}

    static Outcome day(EchoServers servers) throws Throwable {
        AtomicReference<@Nullable Throwable> uncaught = new AtomicReference<>();
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (Threads.isOfTheSubmission(thrown)) {
                uncaught.compareAndSet(null, thrown);
            }
        });
        Outcome outcome;
        try {
            outcome = QuietCalls.print(Set.of(), Call.of(() -> live(servers)));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        Throwable thrown = uncaught.get();
        if (thrown != null) {
            Violation violation = Scene.threw(Message.of("engine.quiet.expected"), thrown);
            throw new Violation(violation
                    .evidence()
                    .because(Message.of("echo.quiet.uncaught"))
                    .hinting(Message.of("echo.quiet.try")));
        }
        return outcome;
    }

    private static void live(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            server.known("hello").halfClose();
            server.known("hello").client().close();
            server.known("hello").client().reset();
            server.connect().client().reset();
            Conversation halfWay = server.connect().say("half a line");
            server.rest();
            halfWay.client().reset();
            server.known("bye");
            server.known("silent");
            server.connect().say("half a ");
            server.rest();
            server.closedWithClients();
        }
    }
}
