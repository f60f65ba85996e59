package racecourse.checks.echo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import racecourse.checks.protocol.Message;

/** Single clients: lines and answers, splits, ends. */
final class Talks {
    private static final Message ENDS = Message.of("echo.end.expected");
    private static final int MANY_LINES = 2000;

    private Talks() {}

    /** One client, some lines, one after the other: the order of answers is another check's affair. */
    static void someLines(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation client = server.connect();
            for (String line : List.of("hello", "how are you?", "a b  c", "42")) {
                client.line(line).answers();
            }
        }
    }

    /** The client waits for each answer before it sends the next line; also where a line comes in two pieces. */
    static void oneByOne(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, " (echo)")) {
            Conversation client = server.connect();
            for (int i = 0; i < 5; i++) {
                client.line("line " + i).answersAtOnce();
            }
            client.line("").answersAtOnce();
            client.say("the beginning");
            server.rest();
            client.expect("the beginning and the end")
                    .say(" and the end\nnot yet")
                    .answersAtOnce();
            client.expect("not yet whole").say(" whole\n").answersAtOnce();
        }
    }

    /** A carriage return is a character like others. */
    static void carriageReturns(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "+")) {
            Conversation client = server.connect();
            List.of("a\r", "\r", "a\rb", "\r\r", "\ra", "end").forEach(client::line);
            client.answers();
            client.say("split\r");
            server.rest();
            client.expect("split\r").say("\n").answers();
        }
    }

    /** Nothing but the line feed ends a line, and nothing in a line has a meaning. */
    static void specialLines(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "%s{0}$1\\ ")) {
            Conversation client = server.connect();
            List.of(
                            "",
                            " ",
                            "\t x \t",
                            "",
                            "\u0085",
                            "a\u2028b\u2029c",
                            "\f\u000b\u001c",
                            "\u0000",
                            "\ufeffbom",
                            "%d %n %s",
                            "$0 \\1",
                            "exit",
                            "quit",
                            "bye",
                            "q",
                            ".",
                            "\u0004",
                            "null",
                            "end")
                    .forEach(client::line);
            client.answers();
        }
    }

    /** Characters of several bytes, cut in the middle. */
    static void cutCharacters(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "é€😀")) {
            Conversation client = server.connect();
            for (String character : List.of("é", "€", "😀")) {
                byte[] bytes = (character + "\n").getBytes(StandardCharsets.UTF_8);
                for (int cut = 1; cut < bytes.length - 1; cut++) {
                    client.say(Arrays.copyOfRange(bytes, 0, cut));
                    server.rest();
                    client.expect(character).say(Arrays.copyOfRange(bytes, cut, bytes.length));
                    client.line("whole").answers();
                    if (server.isTardy()) {
                        client = server.connect();
                    }
                }
            }
        }
    }

    /** Many lines in one go are answered in their order. */
    static void inOrder(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, ".")) {
            Conversation client = server.connect();
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < MANY_LINES; i++) {
                client.expect("line " + i);
                lines.append("line ").append(i).append('\n');
            }
            client.say(lines.toString()).answers();
        }
    }

    /** A client that closes its side gets what is due, then the server closes its own. */
    static void halfClosed(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, " ok")) {
            server.connect().halfClose().ends(ENDS);
            server.connect().line("one").line("two").halfClose().ends(ENDS);
            Conversation late = server.known("early");
            late.halfClose().ends(ENDS);
        }
    }

    /** What comes after the last line feed is no message. */
    static void rest(EchoServers servers) {
        Message expected = Message.of("echo.rest.expected");
        try (Hosted server = Hosted.start(servers, " ok")) {
            server.connect().line("whole").say("rest").halfClose().ends(expected);
            server.connect().say("rest").halfClose().ends(expected);
            server.connect().line("whole").say("\r").halfClose().ends(expected);
        }
    }

    /** The answers that are due when a client closes its side are more than fits into a connection. */
    static void halfClosedWithMuchDue(EchoServers servers) {
        Flood flood = Flood.measured();
        try (Hosted server = Hosted.start(servers, flood.suffix())) {
            Conversation client = server.connect();
            flood.into(client);
            client.halfClose();
            server.rest();
            client.ends(ENDS);
        }
    }
}
