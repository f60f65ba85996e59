package racecourse.checks.echo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** Closing a server: in time, with its connections, its port and its threads. */
final class Closing {
    /** What the contract gives it. */
    private static final long CONTRACT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** What the machine is given on top: so much at least, and so many times what the slowest control took. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    private static final long CONTROL_TIMES = 3;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(6500);

    /** How long other checks wait. */
    static final Duration LIMIT = Duration.ofMillis(2600);

    private static final Duration PROMPTLY = Duration.ofMillis(200);
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final int CONTROL_CLIENTS = 8;
    private static final int PUMPS = 2;
    private static final int SILENT = 40;
    private static final int TRIALS = 3;
    private static final int COMERS = 12;
    private static final int COMINGS = 24;
    private static final long COMING_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final Duration PUMPS_END = Duration.ofMillis(500);

    private Closing() {}

    /** Closes a server with nobody connected, then one with clients of every kind. */
    static void underLoad(EchoServers servers, OwnThreads threads) {
        closed(Hosted.start(servers, "!"), threads, List.of());
        Flood flood = Flood.measured();
        Hosted server = Hosted.start(servers, flood.suffix());
        try (Scene pumping = new Scene()) {
            List<Conversation> clients = new ArrayList<>();
            for (int i = 0; i < PUMPS; i++) {
                Conversation stuck = server.connect();
                flood.into(stuck);
                clients.add(stuck);
            }
            for (int i = 0; i < SILENT; i++) {
                Conversation client = server.known("client " + i);
                clients.add(i % 2 == 0 ? client : client.say("half a "));
            }
            server.rest();
            for (int i = 0; i < PUMPS; i++) {
                pump(pumping, server.known("pumping"));
            }
            closed(server, threads, clients);
        }
    }

    /** Sends and reads until the connection ends. */
    private static void pump(Scene scene, Conversation client) {
        scene.gate().open();
        scene.start("pump", Call.of(() -> {
            while (client.client().end() == Client.End.OPEN) {
                client.say("and on\n");
                client.client().skim(PUMPS_END.toNanos());
            }
        }));
    }

    private static void closed(Hosted server, OwnThreads threads, List<Conversation> clients) {
        try (server) {
            List<Place> busy = inTime(server, threads);
            for (Conversation client : clients) {
                isEnded(client.client());
            }
            Message expected = Message.of("echo.close.threads-expected");
            Patience.await(
                    nanos -> endWithin(threads, nanos),
                    Patience.Work.SHORT,
                    expected,
                    Message.of("echo.close.threads-left", threads.names()));
            if (!busy.isEmpty()) {
                throw new Violation(Evidence.of(expected, Message.of("echo.close.threads-not-joined", busy.size()))
                        .at(busy.subList(0, 1))
                        .hinting(Message.of("echo.close.try-join")));
            }
        }
    }

    /** Closes a server within the limit; returns where threads of it still were when {@code close} had returned. */
    private static List<Place> inTime(Hosted server, OwnThreads threads) {
        List<Place> busy = new CopyOnWriteArrayList<>();
        server.isBeingClosed();
        Actor closing = new Scene().start("close()", Call.of(() -> {
            server.server().close();
            busy.addAll(threads.busy());
        }));
        endsInTime(closing);
        Throwable thrown = closing.thrown();
        if (thrown != null) {
            throw Scene.threw(Message.of("echo.close.in-time"), thrown);
        }
        return busy;
    }

    /** Waits for the end of a call of {@code close} that nothing keeps any more. */
    static void endsInTime(Actor closing) {
        long begin = System.nanoTime();
        int controls = 0;
        long slowest = 0;
        boolean ended = closing.awaitEnd(PROMPTLY);
        while (!ended && System.nanoTime() - begin < CONTRACT_NANOS + Math.max(LEAST_NANOS, CONTROL_TIMES * slowest)) {
            if (System.nanoTime() - begin > MOST_NANOS) {
                throw new Powerless(Message.of("echo.close.busy-machine"));
            }
            long control = System.nanoTime();
            ControlServer.with(CONTROL_CLIENTS).close();
            slowest = Math.max(slowest, System.nanoTime() - control);
            controls++;
            ended = closing.awaitEnd(SLICE);
        }
        if (!ended) {
            throw new Violation(Evidence.of(
                            Message.of("echo.close.in-time"),
                            Message.of("echo.close.late", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)))
                    .at(Watch.places())
                    .dumped(Watch.dump())
                    .because(Message.of("echo.close.control", controls, TimeUnit.NANOSECONDS.toMillis(slowest))));
        }
    }

    static void isEnded(Client client) {
        // where only one side knows that a connection has ended, it takes a byte to tell the other
        client.send(new byte[] {'x', '\n'});
        Patience.await(
                nanos -> client.has(Integer.MAX_VALUE, nanos),
                Patience.Work.SHORT,
                Message.of("echo.close.connections"),
                Message.of("echo.close.connection-open"));
    }

    private static boolean endWithin(OwnThreads threads, long nanos) {
        long until = System.nanoTime() + nanos;
        while (!threads.left().isEmpty()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        return true;
    }

    /** Nobody listens on the port any more. */
    static void freesThePort(EchoServers servers) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            Hosted server = Hosted.start(servers, "!");
            server.known("hello");
            server.closedAnyhow();
            try (Client client = Client.connect(Hosted.LOCAL, server.port())) {
                // it may be another server by now, which had been given the port; hardly every time
                client.halfClose();
            } catch (IOException e) {
                return;
            } finally {
                server.close();
            }
        }
        throw new Violation(
                Evidence.of(Message.of("echo.close.port-expected"), Message.of("echo.close.port-open", TRIALS)));
    }

    /** Clients that come while the server is being closed are not left with an open connection. */
    static void whileConnecting(EchoServers servers) {
        long until = System.nanoTime() + COMING_NANOS;
        for (int trial = 0; trial < COMINGS && System.nanoTime() < until; trial++) {
            Hosted server = Hosted.start(servers, "!");
            server.known("hello");
            List<Client> comers = new ArrayList<>();
            try (Scene scene = new Scene();
                    server) {
                scene.gate().open();
                Actor coming = scene.start("comers", Call.of(() -> {
                    for (int i = 0; i < COMERS; i++) {
                        Client comer = Client.connect(Hosted.LOCAL, server.port());
                        synchronized (comers) {
                            comers.add(comer);
                            comers.notifyAll();
                        }
                    }
                }));
                comeSome(comers, 1 + trial % COMERS);
                server.isBeingClosed();
                endsInTime(new Scene().start("close()", Call.of(server.server()::close)));
                coming.awaitEnd(LIMIT);
                synchronized (comers) {
                    comers.forEach(Closing::isEnded);
                }
            } finally {
                synchronized (comers) {
                    comers.forEach(Client::close);
                }
            }
        }
    }

    private static void comeSome(List<Client> comers, int number) {
        long until = System.nanoTime() + PUMPS_END.toNanos();
        synchronized (comers) {
            while (comers.size() < number && System.nanoTime() < until) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(comers, until - System.nanoTime());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
