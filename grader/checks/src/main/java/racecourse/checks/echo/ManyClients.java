package racecourse.checks.echo;

import java.util.ArrayList;
import java.util.List;

/** Many clients at once. */
final class ManyClients {
    private static final int CLIENTS = 200;
    private static final int LINES = 5;

    private ManyClients() {}

    /** As many as the contract names, all connected at the same time, each served. */
    static void allServed(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, " to you")) {
            List<Conversation> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                // one after the other: how many may wait to be accepted is not specified
                clients.add(server.known("client " + i));
            }
            for (int i = 0; i < CLIENTS; i++) {
                for (int j = 0; j < LINES; j++) {
                    clients.get(i).line("line " + j + " of " + i);
                }
            }
            clients.forEach(Conversation::answers);
        }
    }

    /** Lines of two clients that come in pieces, by turns. */
    static void byTurns(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "?")) {
            Conversation one = server.known("one");
            Conversation other = server.known("other");
            if (server.isTardy()) {
                one = server.connect();
                other = server.connect();
            }
            one.say("first half of one, ");
            server.rest();
            other.say("first half of the other, ");
            server.rest();
            one.expect("first half of one, second half of one").say("second half of one\n");
            server.rest();
            other.expect("first half of the other, second half of the other").say("second half of the other\n");
            one.answers();
            other.answers();
        }
    }
}
