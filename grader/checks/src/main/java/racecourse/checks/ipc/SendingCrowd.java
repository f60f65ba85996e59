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
    private static final int TIMES = 150;

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
        received(messenger, out, due);
    }

    private static void received(Messenger messenger, Recording out, List<String> due) {
        List<String> left = new ArrayList<>(due);
        Message expected = Message.of("ipc.share.all", THREADS, TIMES);
        Messenger.Reading receiver =
                Traffic.receiver(messenger, new Feed().with(out.bytes()).end());
        Scene.value(expected, () -> {
            for (int i = 0; i < due.size(); i++) {
                Optional<String> answer;
                try {
                    answer = receiver.receive();
                } catch (java.io.IOException e) {
                    throw violation(expected, Message.of("ipc.share.unreadable", i, e));
                }
                if (answer.isEmpty() || !left.remove(answer.get())) {
                    throw violation(expected, Message.of("ipc.share.none-of-them", i, Shown.answer(answer)));
                }
            }
            return receiver;
        });
    }

    private static Violation violation(Message expected, Message observed) {
        return new Violation(Evidence.of(expected, observed).hinting(Message.of("ipc.share.try")));
    }
}
