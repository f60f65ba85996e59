package racecourse.checks.echo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients that are idle, slow or never read, and others that are to be answered meanwhile. */
final class StuckClients {
    private static final int STUCK = 3;
    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final int SIPS = 20;
    private static final int SIP = 1000;

    private StuckClients() {}

    /** Clients that say nothing, and clients that stop in the middle of a line. */
    static void silent(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            List<Conversation> silent = new ArrayList<>();
            List<Conversation> halfWay = new ArrayList<>();
            silent.add(server.connect());
            server.rest();
            Conversation before = server.known("before");
            for (int i = 0; i < STUCK; i++) {
                silent.add(server.connect());
                halfWay.add(server.connect().say("half a "));
            }
            server.rest();
            before.line("meanwhile").answers();
            Conversation after = server.known("after");
            after.line("once more").answers();
            halfWay.forEach(client -> client.expect("half a line").say("line\n").answers());
            silent.forEach(client -> client.line("at last").answers());
        }
    }

    /** A client that sends and sends and reads nothing; later it reads slowly, and nothing is lost. */
    static void neverReading(EchoServers servers) {
        Flood flood = Flood.measured();
        try (Hosted server = Hosted.start(servers, flood.suffix())) {
            Conversation before = server.known("before");
            Conversation stuck = server.connect();
            flood.into(stuck);
            Watch.rest(STUCK_NANOS);
            before.line("meanwhile").answers();
            server.known("after");
            for (int i = 0; i < SIPS; i++) {
                stuck.client().read(SIP, 1);
            }
            before.line("beside a slow one").answers();
            stuck.answers();
        }
    }
}
