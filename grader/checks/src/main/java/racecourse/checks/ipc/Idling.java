package racecourse.checks.ipc;

import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.exclusion.IdleWaiting;
import racecourse.checks.protocol.Message;

/** Waiting for bytes, or for another thread's message, costs no CPU. */
final class Idling {
    private Idling() {}

    static void forBytes(Messenger messenger) {
        for (int there : new int[] {0, 4}) {
            Feed in = new Feed().with(java.util.Arrays.copyOf(Frames.of("hello"), there));
            try (Scene scene = new Scene()) {
                scene.gate().open();
                Messenger.Reading receiver = Traffic.receiver(messenger, in);
                Actor receiving = scene.start("A", receiver::receive);
                receiving.settle(scene.gate(), Sharing.LIMIT);
                IdleWaiting.watch(receiving, "receive()", () -> false, false);
            } finally {
                in.end();
            }
        }
    }

    static void forAnotherSender(Messenger messenger) {
        try (Scene scene = new Scene();
                Hold hold = new Hold()) {
            scene.gate().open();
            Messenger.Writing sender = Refusals.sender(messenger, new Holding(hold, 2));
            Actor inside = scene.start("A", Call.of(() -> sender.send("first")));
            if (!hold.awaitHeld(inside)) {
                throw new Powerless(Message.of("ipc.share.not-held"));
            }
            Actor waiting = scene.start("B", Call.of(() -> sender.send("second")));
            waiting.settle(scene.gate(), Sharing.LIMIT);
            IdleWaiting.watch(waiting, "send(…)", () -> false, false);
        }
    }
}
