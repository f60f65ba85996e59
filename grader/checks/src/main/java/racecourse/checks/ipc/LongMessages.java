package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Scene;

/** Messages that are longer than buffers, up to the longest there may be. */
final class LongMessages {
    private LongMessages() {}

    /** Characters of one to four bytes, begun at one, two, three or no byte: wherever a buffer ends, one lies across. */
    static void comeBack(Messenger messenger) {
        List<String> texts = new ArrayList<>();
        for (String character : List.of("x", "é", "漢", "😀")) {
            for (String before : List.of("", "a", "ab", "abc")) {
                texts.add(before + character.repeat(70_000 / character.length()));
            }
        }
        Traffic.receives(
                messenger, new Feed().with(Traffic.sent(messenger, texts)).end(), texts);
    }

    /** The longest, and one byte less, whose count is all ones. */
    static void longestComeBack(Messenger messenger) {
        Traffic.withMemory(() -> {
            comesBack(messenger, ofBytes(Frames.LONGEST - 1));
            comesBack(messenger, ofBytes(Frames.LONGEST));
        });
    }

    private static void comesBack(Messenger messenger, String text) {
        Scene.value(Traffic.RECEIVES, () -> {
            Recording out = new Recording(Frames.LONGEST + 64);
            Messenger.Writing sender = messenger.sender(out);
            sender.send(text);
            Traffic.closeAnyhow(sender);
            Messenger.Reading receiver =
                    messenger.receiver(new Feed().with(out.bytes()).end());
            Traffic.expect(receiver.receive(), text, 1);
            return receiver;
        });
    }

    /** Characters of every length, so that a limit on chars in place of bytes shows. */
    static String ofBytes(int bytes) {
        String some = "aé漢😀";
        int each = 1 + 2 + 3 + 4;
        return some.repeat(bytes / each) + "z".repeat(bytes % each);
    }
}
