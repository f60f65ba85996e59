package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Messages that are special in some code's eyes, and such as are longer than buffers, up to the longest. */
final class SpecialMessages {
    private SpecialMessages() {}

    /** What codes of their own take for something else: ends, markers, spaces, what looks alike. */
    static void specialComeBack(Messenger messenger) {
        List<String> texts = List.of(
                "",
                " ",
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "a\r\nb\r\n",
                " in spaces\t",
                "\0",
                "a\0b",
                "null",
                "EOF",
                "exit",
                "quit",
                "\u001a",
                "\u0004",
                "\u007f",
                "e\u0301",
                "\u212b",
                "\u1100\u1161",
                "\u200b",
                "\ufeffa",
                "\ufffe",
                "\ufffd",
                "\uffff",
                "%s %d",
                "{0}",
                "\\n",
                "\"quoted\"",
                "I\u0130\u0131i",
                "\u2028",
                "\u0085",
                "last");
        Traffic.receives(messenger, Traffic.carried(messenger, texts).end(), texts);
    }

    /** Characters of one to four bytes, begun at one, two, three or no byte: wherever a buffer ends, one lies across. */
    static void longComeBack(Messenger messenger) {
        List<String> texts = new ArrayList<>();
        for (String character : List.of("x", "é", "漢", "😀")) {
            for (String before : List.of("", "a", "ab", "abc")) {
                texts.add(before + character.repeat(20_000));
            }
        }
        texts.add("x".repeat(70_000));
        Traffic.receives(messenger, Traffic.carried(messenger, texts).end(), texts);
    }

    /** The longest there may be is sent. */
    static void longestIsSent(Messenger messenger) throws Throwable {
        String text = ofBytes(Frames.LONGEST);
        Recording out = new Recording(Frames.LONGEST + 64);
        Traffic.unwatched(() -> {
            Messenger.Writing sender = messenger.sender(out);
            sender.send(text);
            Traffic.closeAnyhow(sender);
            return sender;
        });
        if (out.written() < Frames.LONGEST) {
            throw new Violation(Evidence.of(
                    Message.of("ipc.longest.expected", Frames.LONGEST),
                    Message.of("ipc.longest.observed", out.written())));
        }
    }

    /** The longest there may be is received. */
    static void longestIsReceived(Messenger messenger) throws Throwable {
        isReceived(messenger, Frames.LONGEST);
    }

    /** A message each byte of whose count has its highest bit set, but for the first. */
    static void eightMebibytesAreReceived(Messenger messenger) throws Throwable {
        isReceived(messenger, 0x0080_8080);
    }

    private static void isReceived(Messenger messenger, int bytes) throws Throwable {
        String text = ofBytes(bytes);
        Feed in = new Feed().with(Frames.of(text)).end();
        Traffic.unwatched(() -> {
            Traffic.expect(messenger.receiver(in).receive(), text, 1);
            return in;
        });
    }

    /** Characters of every length, so that a limit on chars in place of bytes shows. */
    static String ofBytes(int bytes) {
        String some = "aé漢😀";
        int each = 1 + 2 + 3 + 4;
        return some.repeat(bytes / each) + "z".repeat(bytes % each);
    }
}
