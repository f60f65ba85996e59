package racecourse.checks.ipc;

import java.io.EOFException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** How streams end: between two messages, or inside one. */
final class Endings {
    private Endings() {}

    /** Where a message would begin: empty, however often it is asked. */
    static void cleanEnd(Messenger messenger) {
        for (List<String> texts : List.of(List.<String>of(), List.of("hello"), List.of("a", "", "b"))) {
            for (int piece : List.of(1, 1000)) {
                Feed in = new Feed(piece).with(Traffic.sent(messenger, texts)).end();
                Messenger.Reading receiver = Traffic.receiver(messenger, in);
                for (int i = 0; i < texts.size(); i++) {
                    Traffic.receives(receiver, texts.get(i), i + 1);
                }
                for (int time = 1; time <= 3; time++) {
                    empty(receiver, texts.size(), time);
                }
            }
        }
    }

    private static void empty(Messenger.Reading receiver, int messages, int time) {
        Message expected = Message.of("ipc.end.expected", messages);
        Optional<String> answer = Traffic.answer(Scene.value(expected, receiver::receive));
        if (answer.isPresent()) {
            throw new Violation(Evidence.of(expected, Message.of("ipc.end.observed", Shown.answer(answer), time)));
        }
    }

    /** Inside the count, right after it, inside the body; the first message or a later one. */
    static void insideAMessage(Messenger messenger) {
        byte[] whole = Frames.of("hello");
        byte[] longer = Frames.of("é".repeat(10_000));
        for (int piece : List.of(1, 1000)) {
            for (int cut = 1; cut < whole.length; cut++) {
                endsInside(messenger, new Feed(piece).with(Arrays.copyOf(whole, cut)), 0, cut);
                byte[] second = Frames.joined(Frames.of("first"), Arrays.copyOf(whole, cut));
                endsInside(messenger, new Feed(piece).with(second), 1, cut);
            }
        }
        for (int cut : List.of(8192, longer.length - 1)) {
            endsInside(messenger, new Feed().with(Arrays.copyOf(longer, cut)), 0, cut);
        }
    }

    /** A count that is just possible promises bytes that never come. */
    static void longestPromised(Messenger messenger) {
        Traffic.withMemory(() -> endsInside(
                messenger, new Feed().with(Frames.joined(Frames.count(Frames.LONGEST), new byte[10])), 0, 14));
    }

    private static void endsInside(Messenger messenger, Feed in, int before, int cut) {
        in.end();
        Messenger.Reading receiver = Traffic.receiver(messenger, in);
        for (int i = 0; i < before; i++) {
            Traffic.receives(receiver, "first", i + 1);
        }
        Message expected = Message.of("ipc.cut.expected", cut);
        Actor actor = Scene.call("A", expected, receiver::receive);
        Throwable thrown = actor.thrown();
        if (thrown instanceof OutOfMemoryError error) {
            throw error;
        }
        if (thrown == null) {
            throw new Violation(Evidence.of(
                            expected,
                            Message.of(
                                    "ipc.answered",
                                    Shown.answer(Traffic.answer(java.util.Objects.requireNonNull(actor.result())))))
                    .hinting(Message.of("ipc.cut.try")));
        }
        if (!(thrown instanceof EOFException)) {
            throw Scene.threw(expected, thrown);
        }
    }
}
