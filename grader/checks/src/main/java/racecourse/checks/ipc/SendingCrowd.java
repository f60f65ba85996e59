package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Many threads send many messages on one sender; each arrives once, whole. */
final class SendingCrowd {
    private static final int THREADS = 4;
    private static final int TIMES = 60;

    /** Whoever prepares a message of this length is seldom alone with it. */
    private static final String LONG = "漢".repeat(100_000);

    private static final int RARELY = 20;

    private SendingCrowd() {}

    static void allArrive(Messenger messenger) {
        Recording out = new Recording(1 << 16);
        List<String> due = Collections.synchronizedList(new ArrayList<>());
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Messenger.Writing sender = Refusals.sender(messenger, out);
            CountDownLatch go = new CountDownLatch(1);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = String.valueOf((char) ('A' + i));
                actors.add(scene.start(name, Call.of(() -> {
                    go.await();
                    for (int n = 0; n < TIMES; n++) {
                        String text = name.repeat(1 + n % 40) + "é漢😀" + n;
                        if (n % RARELY == 0) {
                            text += LONG;
                        }
                        due.add(text);
                        sender.send(text);
                    }
                })));
            }
            go.countDown();
            for (Actor actor : actors) {
                scene.awaitEnd(actor, Message.of("engine.crowd.ends"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Traffic.SENDS, actor.thrown());
                }
            }
        }
        allWhole(messenger, out, due);
    }

    private static void allWhole(Messenger messenger, Recording out, List<String> due) {
        byte[] wire = out.bytes();
        Integer mixed = Mixture.firstByteOfNone(wire, Traffic.sentEach(messenger, due));
        if (mixed != null) {
            throw new Violation(Evidence.of(
                            Message.of("ipc.share.all", THREADS, TIMES),
                            Message.of("ipc.share.from", mixed, wire.length))
                    .hinting(Message.of("ipc.share.try")));
        }
    }
}
