package racecourse.checks.ipc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Messages sent and received by one thread at a time, watched. */
final class Traffic {
    static final Message SENDS = Message.of("ipc.send-returns");
    static final Message RECEIVES = Message.of("ipc.receive-returns");

    private Traffic() {}

    /** Sends messages, closes, and returns what was written; what was not flushed before is then, too. */
    static byte[] sent(Messenger messenger, List<String> messages) {
        Recording out = new Recording(messages.stream().mapToInt(String::length).sum() + 64);
        Scene.value(SENDS, () -> {
            Messenger.Writing sender = messenger.sender(out);
            for (String message : messages) {
                sender.send(message);
            }
            closeAnyhow(sender);
            return sender;
        });
        return out.bytes();
    }

    /** How a sender closes is the affair of the check that looks at just that. */
    static void closeAnyhow(Messenger.Writing sender) {
        try {
            sender.close();
        } catch (Exception e) {
            // the bytes are looked at all the same
        }
    }

    /**
     * Sends messages and returns a stream whose reads end where messages do: what gets lost or cut on it does not for
     * how it was split.
     */
    static Feed carried(Messenger messenger, List<String> messages) {
        List<byte[]> each = sentEach(messenger, messages);
        return new Feed(each.stream()
                        .mapToInt(bytes -> Math.max(1, bytes.length))
                        .toArray())
                .with(Frames.joined(each.toArray(byte[][]::new)));
    }

    /** Sends each message with a sender of its own. */
    static List<byte[]> sentEach(Messenger messenger, List<String> messages) {
        return messages.stream()
                .map(message -> sent(messenger, List.of(message)))
                .toList();
    }

    /** Makes a receiver and lets one thread receive all messages. */
    static void receives(Messenger messenger, Feed in, List<String> due) {
        Scene.value(RECEIVES, () -> {
            Messenger.Reading receiver = messenger.receiver(in);
            for (int i = 0; i < due.size(); i++) {
                expect(receiver.receive(), due.get(i), i + 1);
            }
            return receiver;
        });
    }

    static Messenger.Reading receiver(Messenger messenger, Feed in) {
        return (Messenger.Reading) Scene.value(Message.of("ipc.receiver-returns"), () -> messenger.receiver(in));
    }

    /** Receives a message that must be this one, the nth, on a thread of its own. */
    static void receives(Messenger.Reading receiver, String due, int nth) {
        expect(answer(Scene.value(RECEIVES, receiver::receive)), due, nth);
    }

    /** What a call of receive() answered that should have thrown. */
    static Message answered(Actor actor) {
        return Message.of("ipc.answered", Shown.answer(answer(Objects.requireNonNull(actor.result()))));
    }

    @SuppressWarnings("unchecked") // what receive() is declared to return
    static Optional<String> answer(Object answer) {
        return (Optional<String>) answer;
    }

    static void expect(Optional<String> answer, String due, int nth) {
        if (!answer.equals(Optional.of(due))) {
            throw new Violation(Evidence.of(
                    Message.of("ipc.received.expected", nth, Shown.text(due)),
                    Message.of("ipc.received.observed", Shown.answer(answer), difference(answer.orElse(""), due))));
        }
    }

    /** Where long messages begin to differ. */
    private static String difference(String answer, String due) {
        int at = 0;
        while (at < answer.length() && at < due.length() && answer.charAt(at) == due.charAt(at)) {
            at++;
        }
        return at < 20 ? "" : ", other from char " + at + " of " + due.length() + " on";
    }

    /**
     * Makes a call that needs much memory and much time, so that neither its hunger for the one nor for the other proves
     * anything. It runs on the calling thread, and nobody takes its work for running in circles.
     */
    static Object unwatched(Call call) throws Throwable {
        try {
            return Objects.requireNonNullElse(call.make(), "nothing");
        } catch (OutOfMemoryError e) {
            throw new Powerless(Message.of("ipc.no-memory"));
        }
    }
}
