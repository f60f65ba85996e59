package racecourse.checks.echo;

import java.util.List;
import racecourse.checks.protocol.Message;

/** Lines that are as long as a line may be, and longer ones. */
final class LongLines {
    private static final int LONGEST = 65_536;
    private static final Message ANSWERED = Message.of("echo.limit.expected");

    private LongLines() {}

    /** A line of as many bytes as there may be is a line, one after the other, whatever its characters are. */
    static void longest(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation client = server.connect().withLongLines();
            client.line("a".repeat(LONGEST)).answers();
            client.line("é".repeat(LONGEST / 2)).answers();
            client.line("b".repeat(LONGEST - 1) + "\r").answers();
            client.line("short").line("€".repeat(LONGEST / 3) + "c").answers();
        }
    }

    /** One byte more ends the connection, before any line feed, and after what was due. */
    static void oneMore(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation other = server.known("other");
            for (String line : List.of(
                    "a".repeat(LONGEST + 1), "é".repeat(LONGEST / 2) + "b", "😀".repeat(LONGEST / 4) + "c")) {
                server.connect()
                        .withLongLines()
                        .line("due before")
                        .say(line)
                        .ends(ANSWERED);
            }
            other.line("still here").answers();
        }
    }

    /** The same when the line feed comes, right after the byte too many or much later. */
    static void muchMore(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation other = server.known("other");
            for (int length : List.of(LONGEST + 1, 2 * LONGEST, 4 * LONGEST)) {
                server.connect()
                        .withLongLines()
                        .say("a".repeat(length) + "\n")
                        .ends(ANSWERED);
            }
            other.line("still here").answers();
        }
    }
}
