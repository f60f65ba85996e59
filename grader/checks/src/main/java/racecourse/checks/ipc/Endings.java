package racecourse.checks.ipc;

import java.io.EOFException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
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
            Feed in = Traffic.carried(messenger, texts).end();
            Scene.value(Traffic.RECEIVES, () -> {
                Messenger.Reading receiver = messenger.receiver(in);
                for (int i = 0; i < texts.size(); i++) {
                    Traffic.expect(receiver.receive(), texts.get(i), i + 1);
                }
                for (int time = 1; time <= 3; time++) {
                    empty(receiver.receive(), texts.size(), time);
                }
                return receiver;
            });
        }
    }

    private static void empty(Optional<String> answer, int messages, int time) {
        if (answer.isPresent()) {
            throw new Violation(Evidence.of(
                    Message.of("ipc.end.expected", messages),
                    Message.of("ipc.end.observed", Shown.answer(answer), time)));
        }
    }

    /** Inside the count, right after it, inside the body; the first message or a later one. */
    static void insideAMessage(Messenger messenger) {
        byte[] whole = Frames.of("hello");
        byte[] first = Frames.of("first");
        for (int cut = 1; cut < whole.length; cut++) {
            byte[] half = Arrays.copyOf(whole, cut);
            endsInside(messenger, new Feed().with(half), "", cut);
            endsInside(messenger, new Feed(first.length).with(Frames.joined(first, half)), "first", cut);
        }
        byte[] longer = Frames.of("é".repeat(10_000));
        for (int cut : List.of(8192, longer.length - 1)) {
            endsInside(messenger, new Feed().with(Arrays.copyOf(longer, cut)), "", cut);
        }
    }

    /** A count that is just possible promises bytes that never come. */
    static void longestPromised(Messenger messenger) {
        Message expected = Message.of("ipc.cut.expected", 14);
        Feed in = new Feed()
                .with(Frames.joined(Frames.count(Frames.LONGEST), new byte[10]))
                .end();
        Actor actor = Scene.call("A", expected, () -> messenger.receiver(in).receive());
        if (actor.thrown() instanceof OutOfMemoryError) {
            throw new Powerless(Message.of("ipc.no-memory"));
        }
        endOfStream(expected, actor);
    }

    private static void endsInside(Messenger messenger, Feed in, String before, int cut) {
        in.end();
        Message expected = Message.of("ipc.cut.expected", cut);
        Actor actor = Scene.call("A", expected, () -> {
            Messenger.Reading receiver = messenger.receiver(in);
            if (!before.isEmpty()) {
                Traffic.expect(receiver.receive(), before, 1);
            }
            return receiver.receive();
        });
        endOfStream(expected, actor);
    }

    private static void endOfStream(Message expected, Actor actor) {
        Throwable thrown = actor.thrown();
        if (thrown == null) {
            throw new Violation(Evidence.of(expected, Traffic.answered(actor)).hinting(Message.of("ipc.cut.try")));
        }
        if (!(thrown instanceof EOFException)) {
            throw Scene.threw(expected, thrown);
        }
    }
}
