package racecourse.checks.ipc;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.protocol.Message;

/** Each sender and each receiver is on its own: it uses its own stream, and waits for nobody else's. */
final class OwnStreams {
    private static final String WAITED_FOR = "waited for";

    private OwnStreams() {}

    /** Two of each, used in turn; what one has read ahead is not the other's. */
    static void areKeptApart(Messenger messenger) {
        byte[] one = Traffic.sent(messenger, List.of("one", "uno"));
        byte[] two = Traffic.sent(messenger, List.of("two", "due"));
        Messenger.Reading first =
                Traffic.receiver(messenger, new Feed().with(one).end());
        Messenger.Reading second =
                Traffic.receiver(messenger, new Feed().with(two).end());
        Traffic.receives(first, "one", 1);
        Traffic.receives(second, "two", 1);
        Traffic.receives(first, "uno", 2);
        Traffic.receives(second, "due", 2);
        Recording left = new Recording();
        Recording right = new Recording();
        Messenger.Writing toLeft = Refusals.sender(messenger, left);
        Messenger.Writing toRight = Refusals.sender(messenger, right);
        Scene.value(Traffic.SENDS, () -> {
            toLeft.send("one");
            toRight.send("two");
            toLeft.send("uno");
            toRight.send("due");
            Traffic.closeAnyhow(toLeft);
            Traffic.closeAnyhow(toRight);
            return toLeft;
        });
        Traffic.receives(messenger, new Feed().with(left.bytes()).end(), List.of("one", "uno"));
        Traffic.receives(messenger, new Feed().with(right.bytes()).end(), List.of("two", "due"));
    }

    /** While one sender's stream takes no more, everybody else goes on. */
    static void besideABlockedSender(Messenger messenger) {
        try (Scene scene = new Scene();
                Hold hold = new Hold()) {
            scene.gate().open();
            Messenger.Writing blocked = Refusals.sender(messenger, new Holding(hold, 2));
            Actor sending = scene.start("A", Call.of(() -> blocked.send("blocked")));
            if (!hold.awaitHeld(sending)) {
                throw new Powerless(Message.of("ipc.share.not-held"));
            }
            othersGoOn(scene, messenger, Message.of("ipc.own.beside-sender"));
        }
    }

    /** While one receiver waits for bytes, everybody else goes on, and it has lost nothing then. */
    static void besideAWaitingReceiver(Messenger messenger) {
        byte[] frame = Frames.of(WAITED_FOR);
        for (int there : List.of(0, Integer.BYTES / 2, frame.length - 2)) {
            Feed feed = new Feed().with(Arrays.copyOf(frame, there));
            try (Scene scene = new Scene()) {
                Messenger.Reading waiting = Traffic.receiver(messenger, feed);
                Actor receiving = scene.start("A", waiting::receive);
                if (receiving.settle(scene.gate(), Sharing.LIMIT) != Actor.Rest.WAITING) {
                    throw new Powerless(Message.of("ipc.own.not-waiting"));
                }
                othersGoOn(scene, messenger, Message.of("ipc.own.beside-receiver"));
                feed.with(Arrays.copyOfRange(frame, there, frame.length)).end();
                scene.awaitEnd(receiving, Traffic.RECEIVES);
                if (receiving.thrown() != null) {
                    throw Scene.threw(Traffic.RECEIVES, receiving.thrown());
                }
                Traffic.expect(Traffic.answer(Objects.requireNonNull(receiving.result())), WAITED_FOR, 1);
            } finally {
                feed.end();
            }
        }
    }

    private static void othersGoOn(Scene scene, Messenger messenger, Message expected) {
        Feed in = new Feed().with(Frames.of("here")).end();
        Actor other = scene.start("B", () -> {
            Messenger.Writing sender = messenger.sender(new Recording());
            sender.send("elsewhere");
            return messenger.receiver(in).receive();
        });
        scene.awaitEnd(other, expected);
        if (other.thrown() != null) {
            throw Scene.threw(expected, other.thrown());
        }
    }
}
