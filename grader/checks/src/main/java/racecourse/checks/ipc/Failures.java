package racecourse.checks.ipc;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Streams that fail: whoever sends or receives is told, and nobody is left waiting. */
final class Failures {
    private Failures() {}

    static void ofTheSendersStream(Messenger messenger) {
        for (int room : List.of(0, 2, 4, 6, Failing.AT_FLUSH)) {
            Failing out = new Failing(room);
            Messenger.Writing sender = Refusals.sender(messenger, out);
            Message expected =
                    room == Failing.AT_FLUSH ? Message.of("ipc.fails.flush") : Message.of("ipc.fails.write", room);
            Actor actor = Scene.call("A", expected, Call.of(() -> sender.send("hello")));
            if (!out.hasFailed()) {
                // that nothing is written, or flushed, is another check's affair
                throw new Powerless(Message.of("ipc.fails.not-met"));
            }
            Throwable thrown = actor.thrown();
            if (thrown == null) {
                throw new Violation(
                        Evidence.of(expected, Message.of("ipc.fails.swallowed")).hinting(Message.of("ipc.fails.try")));
            }
            if (!(thrown instanceof IOException)) {
                throw Scene.threw(expected, thrown);
            }
            // whether it is sent is not specified; that the call ends, one way or the other, is
            Scene.call("B", Message.of("ipc.fails.next"), Call.of(() -> sender.send("again")));
        }
    }

    static void ofTheReceiversStream(Messenger messenger) {
        byte[] whole = Frames.of("hello");
        for (int cut : List.of(0, 2, 4, 6)) {
            Feed in = new Feed().with(Arrays.copyOf(whole, cut)).fail(new IOException("connection reset"));
            Messenger.Reading receiver = Traffic.receiver(messenger, in);
            Message expected = Message.of("ipc.fails.read", cut);
            Actor actor = Scene.call("A", expected, receiver::receive);
            Throwable thrown = actor.thrown();
            if (thrown == null) {
                throw new Violation(
                        Evidence.of(expected, Traffic.answered(actor)).hinting(Message.of("ipc.fails.try")));
            }
            if (!(thrown instanceof IOException)) {
                throw Scene.threw(expected, thrown);
            }
        }
    }
}
