package racecourse.checks.echo;

import java.time.Duration;
import java.util.ArrayList;
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
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.echo.EchoServer;

/**
 * Holds the thread that takes a new connection after each of its steps, one after the other, while the server is closed: a
 * connection that has been accepted, and is not yet where {@code close} would find it, is closed all the same.
 */
final class JustAccepted {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long ARRIVE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int MOST_STEPS = 40;

    private JustAccepted() {}

    static Outcome isClosed(Subject subject) throws Throwable {
        EchoServers servers = new EchoServers(subject.stopping());
        Controls.mustSpare(() -> heldAt(servers, () -> new PlantedServer(PlantedServer.Kind.RIGHT), 1));
        Controls.mustCatch(() -> heldAt(servers, () -> new PlantedServer(PlantedServer.Kind.KEEPS_LATE_COMERS), 1));
        int step = 1;
        while (step <= MOST_STEPS && heldAt(servers, () -> servers.make(0, "!"), step)) {
            step++;
        }
        return new Outcome.Clean();
    }

    /** Returns false when there was no such step. */
    private static boolean heldAt(EchoServers servers, LastSteps.Maker maker, int step) throws Throwable {
        EchoServer server = maker.make();
        EchoServers.value("start()", Call.of(server::start));
        Hold hold = new Hold();
        try (Hosted hosted = Hosted.started(servers, server, "!");
                Scene scene = new Scene()) {
            scene.gate().open();
            hosted.restBriefly();
            Stops.holdFirst(hold, step);
            Client client = hosted.client();
            if (!comes(hold, hosted)) {
                return false;
            }
            hosted.isBeingClosed();
            Actor closing = scene.start("close()", Call.of(server::close));
            closing.settle(scene.gate(), LIMIT);
            Stops.holdNobody();
            hold.open();
            try {
                Closing.endsInTime(closing);
                Closing.isEnded(client);
            } catch (Violation e) {
                List<Place> places =
                        new ArrayList<>(Threads.innermost(hold.last(), Message.of("echo.close.accepted-here")));
                places.addAll(e.evidence().where());
                throw new Violation(e.evidence().at(places).hinting(Message.of("echo.close.accepted-try")));
            }
            return true;
        } finally {
            Stops.holdNobody();
            hold.open();
        }
    }

    private static boolean comes(Hold hold, Hosted hosted) {
        long until = System.nanoTime() + ARRIVE_NANOS;
        while (!hold.holds() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        if (!hold.holds()) {
            hosted.rest();
        }
        return hold.holds();
    }
}
