package racecourse.checks.ipc;

import java.util.List;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Closing closes the stream; closing again does nothing. */
final class Closing {
    private Closing() {}

    static void closesTheStream(Messenger messenger) {
        for (List<String> texts : List.of(List.<String>of(), List.of("hello"))) {
            Recording out = new Recording();
            Messenger.Writing sender = Refusals.sender(messenger, out);
            Feed in = new Feed().with(Traffic.sent(messenger, texts)).end();
            Messenger.Reading receiver = Traffic.receiver(messenger, in);
            for (String text : texts) {
                Scene.value(Traffic.SENDS, Call.of(() -> sender.send(text)));
                Traffic.receives(receiver, text, 1);
            }
            closes("a sender's close()", sender::close, out::closes);
            closes("a receiver's close()", receiver::close, in::closes);
        }
    }

    private static void closes(String text, Call.Action close, java.util.function.IntSupplier closes) {
        Message expected = Message.of("ipc.close.expected", text);
        Scene.value(expected, Call.of(close));
        if (closes.getAsInt() == 0) {
            throw new Violation(
                    Evidence.of(expected, Message.of("ipc.close.observed")).hinting(Message.of("ipc.close.try")));
        }
        Scene.value(Message.of("ipc.close.again", text), Call.of(close));
    }
}
