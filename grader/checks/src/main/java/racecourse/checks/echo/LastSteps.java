package racecourse.checks.echo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Stops;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.echo.EchoServer;

/**
 * Holds the threads of a server in front of the first step that each of them takes once the server is being closed. A
 * {@code close} that waits for them is seen waiting, and they are let go; one that returns has not waited.
 */
final class LastSteps {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long ARRIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int CLIENTS = 2;

    private LastSteps() {}

    /** Makes a server. */
    @FunctionalInterface
    interface Maker {
        EchoServer make() throws Throwable;
    }

    static Outcome areWaitedFor(Subject subject) throws Throwable {
        if (new OwnThreads(subject).areShared()) {
            // they are not the server's, so it need not wait for them
            return new Outcome.NotApplicable(Message.of("echo.close.shared-threads"));
        }
        Subject stopping = subject.stoppingInFront();
        EchoServers servers = new EchoServers(stopping);
        Controls.mustSpare(
                () -> closed(servers, new OwnThreads(stopping), () -> new PlantedServer(PlantedServer.Kind.RIGHT)));
        Controls.mustCatch(() -> closed(
                servers, new OwnThreads(stopping), () -> new PlantedServer(PlantedServer.Kind.LEAVES_ITS_THREAD)));
        closed(servers, new OwnThreads(stopping), () -> servers.make(0, "!"));
        return new Outcome.Clean();
    }

    private static void closed(EchoServers servers, OwnThreads threads, Maker maker) throws Throwable {
        EchoServer server = maker.make();
        EchoServers.value("start()", Call.of(server::start));
        try (Hosted hosted = Hosted.started(servers, server, "!");
                Scene scene = new Scene()) {
            for (int i = 0; i < CLIENTS; i++) {
                hosted.connect();
            }
            hosted.rest();
            hosted.isBeingClosed();
            scene.gate().open();
            Hold hold = new Hold();
            Actor closing = scene.start("close()", () -> {
                // stays in force when the call has returned: who comes only then comes too late
                Stops.holdOthers(hold, Thread.currentThread());
                server.close();
                return "";
            });
            try {
                boolean returned = closing.settle(scene.gate(), LIMIT) == Actor.Rest.ENDED;
                if (returned && closing.thrown() == null && oneComes(hold, threads)) {
                    throw new Violation(Evidence.of(
                                    Message.of("echo.close.threads-expected"),
                                    Message.of("echo.close.not-waited", threads.names()))
                            .at(Threads.innermost(hold.last(), Message.of("echo.close.held-here")))
                            .hinting(Message.of("echo.close.try-join")));
                }
            } finally {
                Stops.holdNobody();
                hold.open();
            }
            closing.awaitEnd(Closing.LIMIT);
        }
    }

    /** Who closes a server with an interrupt pending, and its threads still on their way, closes it nevertheless. */
    static Outcome areLeftByTheInterrupted(Subject subject) {
        EchoServers servers = new EchoServers(subject.stoppingInFront());
        Hold hold = new Hold();
        try (Hosted hosted = Hosted.start(servers, "!");
                Scene scene = new Scene()) {
            List<Conversation> clients = List.of(hosted.known("hello"), hosted.connect());
            hosted.rest();
            hosted.isBeingClosed();
            scene.gate().open();
            Actor closing = scene.start("close()", () -> {
                Stops.holdOthers(hold, Thread.currentThread());
                Thread.currentThread().interrupt();
                hosted.server().close();
                return "";
            });
            closing.settle(scene.gate(), LIMIT);
            Stops.holdNobody();
            hold.open();
            Closing.endsInTime(closing);
            clients.forEach(client -> Closing.isEnded(client.client()));
        } finally {
            Stops.holdNobody();
            hold.open();
        }
        return new Outcome.Clean();
    }

    /** Whether a thread of the server is held that did not end by itself. */
    private static boolean oneComes(Hold hold, OwnThreads threads) {
        long until = System.nanoTime() + ARRIVE_NANOS;
        while (!hold.holds() && !threads.left().isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        return hold.holds() && !threads.left().isEmpty();
    }
}
