package racecourse.checks.ipc;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What cannot be sent is refused, and nothing of it is. */
final class Refusals {
    private static final String HIGH = "\ud83d";
    private static final String LOW = "\ude00";
    private static final List<String> LONE = List.of(
            HIGH,
            LOW,
            HIGH + "after",
            LOW + "after",
            "before" + HIGH,
            "before" + LOW,
            "between" + HIGH + "these",
            "between" + LOW + "these",
            LOW + HIGH,
            HIGH + HIGH + LOW,
            HIGH + LOW + LOW,
            // so much before it that it has been written if the whole was not looked at first
            "x".repeat(100_000) + HIGH,
            "\u20ac".repeat(50_000) + LOW + "end");

    private Refusals() {}

    static void loneSurrogates(Messenger messenger) {
        for (String text : LONE) {
            refuses(messenger, text, Message.of("ipc.refused.surrogate", Shown.text(text)));
        }
    }

    static void tooLong(Messenger messenger) throws Throwable {
        refusesLong(messenger, "x".repeat(Frames.LONGEST + 1), tooLong("1", Frames.LONGEST + 1));
    }

    /** Characters of several bytes: it is the bytes that count. */
    static void tooManyBytes(Messenger messenger) throws Throwable {
        refusesLong(messenger, "漢".repeat(Frames.LONGEST / 3 + 1), tooLong("3", (Frames.LONGEST / 3 + 1) * 3));
        refusesLong(messenger, "😀".repeat(Frames.LONGEST / 4) + "a", tooLong("4", Frames.LONGEST + 1));
    }

    private static void refusesLong(Messenger messenger, String text, Message expected) throws Throwable {
        Recording out = new Recording();
        Messenger.Writing sender = sender(messenger, out);
        @Nullable Throwable thrown = null;
        try {
            Traffic.unwatched(Call.of(() -> sender.send(text)));
        } catch (Powerless e) {
            throw e;
        } catch (Throwable e) {
            thrown = e;
        }
        refused(expected, thrown, out);
        worksAfterwards(messenger, sender, out);
    }

    private static Message tooLong(String each, int bytes) {
        return Message.of("ipc.refused.long", bytes, each);
    }

    private static void refuses(Messenger messenger, String text, Message expected) {
        Recording out = new Recording();
        Messenger.Writing sender = sender(messenger, out);
        Actor actor = Scene.call("A", expected, Call.of(() -> sender.send(text)));
        refused(expected, actor.thrown(), out);
        worksAfterwards(messenger, sender, out);
    }

    private static void refused(Message expected, @Nullable Throwable thrown, Recording out) {
        if (thrown != null && !(thrown instanceof IllegalArgumentException)) {
            throw Scene.threw(expected, thrown);
        }
        if (thrown == null || out.written() > 0) {
            throw new Violation(Evidence.of(
                            expected,
                            Message.of(thrown == null ? "ipc.refused.sent" : "ipc.refused.partly", out.written()))
                    .hinting(Message.of("ipc.refused.try")));
        }
    }

    /** On another thread, for the lock that was not given back may be this one's. */
    private static void worksAfterwards(Messenger messenger, Messenger.Writing sender, Recording out) {
        Message expected = Message.of("ipc.refused.goes-on");
        Scene.value(expected, () -> {
            sender.send("fine");
            Traffic.closeAnyhow(sender);
            return sender;
        });
        byte[] due = Traffic.sent(messenger, List.of("fine"));
        if (!Arrays.equals(due, out.bytes())) {
            throw new Violation(Evidence.of(
                            Message.of("ipc.wire.expected", "\"fine\"", Shown.bytes(due)),
                            Message.of("ipc.refused.left", Shown.bytes(out.bytes())))
                    .hinting(Message.of("ipc.refused.try")));
        }
    }

    static Messenger.Writing sender(Messenger messenger, Recording out) {
        return (Messenger.Writing) Scene.value(Message.of("ipc.sender-returns"), () -> messenger.sender(out));
    }

    /** Nothing to write to, nothing to read from, nothing to send. */
    @SuppressWarnings("NullAway") // that is the point
    static void nothing(FramedMessengers messengers) {
        NullArguments.refused("sender(null)", () -> messengers.messenger().sender(null));
        NullArguments.refused("receiver(null)", () -> messengers.messenger().receiver(null));
        Recording out = new Recording();
        Messenger.Writing sender = sender(messengers, out);
        NullArguments.refused("send(null)", Call.of(() -> sender.send(null)));
        worksAfterwards(messengers, sender, out);
    }
}
