package racecourse.checks.echo;

import racecourse.checks.protocol.Message;

/** Lines that are as long as a line may be, and longer ones. */
final class LongLines {
    private static final int LONGEST = 65_536;
    private static final Message ANSWERED = Message.of("echo.limit.expected");

    private LongLines() {}

    /** A line of as many bytes as there may be is a line. */
    static void longest(EchoServers servers) {
        answered(servers, "b".repeat(LONGEST - 1) + "\r", "short");
    }

    /** Bytes count, not characters, and those of each line by themselves. */
    static void longestOfWideCharacters(EchoServers servers) {
        answered(servers, "é".repeat(LONGEST / 2), "€".repeat(LONGEST / 3) + "c", "short");
    }

    private static void answered(EchoServers servers, String... lines) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation client = server.connect().withLongLines();
            for (String line : lines) {
                client.line(line).answers();
            }
        }
    }

    /** One byte more ends the connection, before any line feed, and after what was due. */
    static void oneMore(EchoServers servers) {
        ended(servers, "a".repeat(LONGEST + 1));
    }

    /** The same, where there are fewer characters than bytes. */
    static void oneMoreOfWideCharacters(EchoServers servers) {
        ended(servers, "é".repeat(LONGEST / 2) + "b");
        ended(servers, "😀".repeat(LONGEST / 4) + "c");
    }

    /** The same, where more follows, and a line feed at last. */
    static void muchMore(EchoServers servers) {
        ended(servers, "a".repeat(2 * LONGEST) + "\n");
    }

    private static void ended(EchoServers servers, String line) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation other = server.known("other");
            Conversation client = server.connect().withLongLines();
            if (line.endsWith("\n")) {
                // a server that closes with input unread resets, and a reset may overtake answers
                client.line("due before").answers().say(line);
            } else {
                client.line("due before").say(line);
            }
            client.ends(ANSWERED);
            other.line("still here").answers();
        }
    }
}
