package racecourse.checks.ipc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

    /** Long enough for two to be in the middle of theirs at once. */
    private static final int OWN_LENGTH = 2_000;

    private static final int OWN_TIMES = 100;

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

    /** Two threads at once, each with a sender and a receiver of its own: what passes through one does not meet the other. */
    static void eachOnItsOwn(Messenger messenger) {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            CountDownLatch go = new CountDownLatch(1);
            List<Actor> actors = new ArrayList<>();
            for (String name : List.of("A", "B")) {
                actors.add(scene.start(name, () -> {
                    go.await();
                    return difference(messenger, (name + "é漢😀").repeat(OWN_LENGTH));
                }));
            }
            go.countDown();
            for (Actor actor : actors) {
                scene.awaitEnd(actor, Message.of("engine.crowd.ends"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("ipc.own.at-once"), actor.thrown());
                }
                if (actor.result() instanceof Integer nth && nth > 0) {
                    throw new Violation(
                            Evidence.of(Message.of("ipc.own.at-once"), Message.of("ipc.own.at-once.observed", nth))
                                    .hinting(Message.of("ipc.own.at-once.try")));
                }
            }
        }
    }

    /** Sends and receives a text again and again; returns which time it did not come back, or 0. */
    private static int difference(Messenger messenger, String text) throws Throwable {
        for (int n = 1; n <= OWN_TIMES; n++) {
            Recording out = new Recording(1 << 16);
            messenger.sender(out).send(text);
            byte[] wire = out.bytes();
            if (!Optional.of(text)
                    .equals(messenger.receiver(new Feed().with(wire).end()).receive())) {
                return n;
            }
        }
        return 0;
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
