package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** How bytes arrive: one by one, all at once, and no more than there are. */
final class Arrivals {
    private static final List<String> TEXTS =
            List.of("one", "", "zwei\n", "三", "\ud83d\ude00", "x".repeat(3000), "é".repeat(700));

    private Arrivals() {}

    static void oneByOne(Messenger messenger) {
        Traffic.receives(
                messenger, new Feed(1).with(Traffic.sent(messenger, TEXTS)).end(), TEXTS);
    }

    /** Many in one read, and each of them received by another thread. */
    static void allAtOnce(Messenger messenger) {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add("message " + i);
        }
        many.addAll(TEXTS);
        Messenger.Reading receiver = Traffic.receiver(
                messenger, new Feed().with(Traffic.sent(messenger, many)).end());
        for (int i = 0; i < many.size(); i++) {
            Traffic.receives(receiver, many.get(i), i + 1);
        }
    }

    /** A message that is complete is returned, though the stream stays open and nothing follows, or half of the next. */
    static void noMoreNeeded(Messenger messenger) {
        returnedAtOnce(messenger, List.of("hello"), new byte[0]);
        returnedAtOnce(messenger, List.of(""), new byte[0]);
        returnedAtOnce(messenger, List.of("a", "b"), new byte[0]);
        byte[] next = Traffic.sent(messenger, List.of("the next"));
        for (int cut : List.of(1, 3, 4, 6)) {
            if (cut < next.length) {
                returnedAtOnce(messenger, List.of("hello", "x"), java.util.Arrays.copyOf(next, cut));
            }
        }
        returnedAtOnce(messenger, List.of("y".repeat(20_000)), new byte[0]);
    }

    private static void returnedAtOnce(Messenger messenger, List<String> texts, byte[] half) {
        // what is there is there before the receiver is made: nothing says that making one may not look
        Feed in = new Feed().with(Frames.joined(Traffic.sent(messenger, texts), half));
        try (Scene scene = new Scene()) {
            Messenger.Reading receiver = Traffic.receiver(messenger, in);
            for (int i = 0; i < texts.size(); i++) {
                receives(scene, receiver, texts.get(i), i + 1);
            }
        } finally {
            in.end();
        }
    }

    private static void receives(Scene scene, Messenger.Reading receiver, String due, int nth) {
        Message expected = Message.of("ipc.complete", Shown.text(due));
        var actor = scene.start("A", receiver::receive);
        try {
            scene.awaitEnd(actor, expected);
        } catch (Violation e) {
            Evidence evidence = e.evidence();
            throw new Violation(evidence.hint() == null ? evidence.hinting(Message.of("ipc.complete.try")) : evidence);
        }
        Throwable thrown = actor.thrown();
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
        Traffic.expect(Traffic.answer(java.util.Objects.requireNonNull(actor.result())), due, nth);
    }
}
