package racecourse.checks.ipc;

import java.util.List;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** A message that was sent is out: written, and flushed after its last byte. */
final class Flushing {
    private Flushing() {}

    static void atOnce(Messenger messenger) {
        for (String text : List.of("hello", "", "x".repeat(9000))) {
            for (int earlier : List.of(0, 2)) {
                flushes(messenger, text, earlier);
            }
        }
    }

    private static void flushes(Messenger messenger, String text, int earlier) {
        Recording out = new Recording();
        Scene.value(Traffic.SENDS, () -> {
            Messenger.Writing sender = messenger.sender(out);
            for (int i = 0; i < earlier; i++) {
                sender.send("earlier");
            }
            sender.send(text);
            int flushed = out.flushed();
            int written = out.written();
            // how much it should have been is told by what comes when it must
            Traffic.closeAnyhow(sender);
            if (flushed < out.written()) {
                throw new Violation(Evidence.of(
                                Message.of("ipc.flush.expected", Shown.text(text), out.written()),
                                Message.of("ipc.flush.observed", written, flushed))
                        .because(Message.of("ipc.flush.why"))
                        .hinting(Message.of("ipc.flush.try")));
            }
            return sender;
        });
    }
}
