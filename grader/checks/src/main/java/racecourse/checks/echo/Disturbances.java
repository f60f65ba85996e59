package racecourse.checks.echo;

import java.util.List;

/** Clients that end badly or send nonsense, beside others that notice nothing of it. */
final class Disturbances {
    private static final int RESETS = 5;

    private static final List<byte[]> MALFORMED = List.of(
            bytes(0xFF, '\n'),
            bytes('a', 0xC3, '\n'),
            bytes(0x80, '\n'),
            bytes(0xC0, 0xAF, '\n'),
            bytes(0xED, 0xA0, 0x80, '\n'),
            bytes(0xF0, 0x9F, 0x98, '\n'),
            bytes(0xF8, 0x88, 0x80, 0x80, 0x80, '\n'),
            bytes(0xFE, 0xFF, 0, 'a', 0, '\n'),
            bytes('a', '\n', 0xE2, 0x82));

    private Disturbances() {}

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Connections that are reset: new ones, in the middle of a line, with answers on their way. */
    static void resets(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation before = server.known("before");
            for (int i = 0; i < RESETS; i++) {
                server.connect().client().reset();
                server.connect().say("a line\n").client().reset();
                Conversation halfWay = server.connect().say("half a line");
                server.rest();
                halfWay.client().reset();
                Conversation unread = server.connect().say("never read\n");
                server.rest();
                unread.client().reset();
                Conversation known = server.known("known");
                known.client().reset();
                server.rest();
            }
            before.line("meanwhile").answers();
            server.known("after");
        }
    }

    /** A connection that is reset while the server writes to it. */
    static void resetWhileWriting(EchoServers servers) {
        Flood flood = Flood.measured();
        try (Hosted server = Hosted.start(servers, flood.suffix())) {
            Conversation before = server.known("before");
            Conversation stuck = server.connect();
            flood.into(stuck);
            server.rest();
            stuck.client().reset();
            server.rest();
            before.line("meanwhile").answers();
            server.known("after");
        }
    }

    /** Bytes that are no UTF-8. */
    static void malformed(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation before = server.known("before");
            for (byte[] bytes : MALFORMED) {
                Conversation bad = server.connect().say(bytes);
                server.rest();
                before.line("meanwhile").answers();
                bad.halfClose();
                server.rest();
                before.line("and now").answers();
            }
            server.known("after");
        }
    }
}
