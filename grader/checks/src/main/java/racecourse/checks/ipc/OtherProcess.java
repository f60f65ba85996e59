package racecourse.checks.ipc;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** A conversation with another JVM through its pipes. */
final class OtherProcess {
    private static final List<String> TEXTS = List.of(
            "hello", "", "two\nlines\r\n", "Grüße", "漢字", "😀", "\0", "x".repeat(100_000), "é漢".repeat(50_000), "last");

    private OtherProcess() {}

    static void sendsBack(Subject subject) throws Throwable {
        Messenger messenger = new FramedMessengers(subject).one();
        try (Peer peer = new Peer(subject);
                Scene scene = new Scene()) {
            scene.gate().open();
            Messenger.Writing sender = (Messenger.Writing)
                    Scene.value(Message.of("ipc.sender-returns"), () -> messenger.sender(peer.toIt()));
            Messenger.Reading receiver = (Messenger.Reading)
                    Scene.value(Message.of("ipc.receiver-returns"), () -> messenger.receiver(peer.fromIt()));
            for (int i = 0; i < TEXTS.size(); i++) {
                String text = TEXTS.get(i);
                said(scene, peer, Call.of(() -> sender.send(text)));
                Optional<String> answer = Traffic.answer(said(scene, peer, receiver::receive));
                if (answer.isEmpty()) {
                    throw ended(peer, text);
                }
                Traffic.expect(answer, text, i + 1);
            }
            said(scene, peer, Call.of(sender::close));
            Optional<String> end = Traffic.answer(said(scene, peer, receiver::receive));
            if (end.isPresent()) {
                throw new Violation(
                        Evidence.of(Message.of("ipc.peer.end"), Message.of("ipc.answered", Shown.answer(end))));
            }
            peer.problem().ifPresent(problem -> {
                throw problem(problem);
            });
        }
    }

    /** Makes a call; what it throws may be the other process's doing. */
    private static Object said(Scene scene, Peer peer, Call call) {
        Message expected = Message.of("ipc.peer.expected");
        Actor actor = scene.start("A", call);
        scene.awaitEnd(actor, expected);
        Throwable thrown = actor.thrown();
        if (thrown instanceof IOException) {
            peer.problem().ifPresent(problem -> {
                throw problem(problem);
            });
        }
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
        return Objects.requireNonNullElse(actor.result(), "nothing");
    }

    private static Violation ended(Peer peer, String text) {
        return peer.problem()
                .map(OtherProcess::problem)
                .orElseGet(() -> new Violation(
                        Evidence.of(Message.of("ipc.peer.expected"), Message.of("ipc.peer.ended", Shown.text(text)))));
    }

    private static Violation problem(String problem) {
        return new Violation(Evidence.of(Message.of("ipc.peer.expected"), Message.of("ipc.peer.problem", problem)));
    }
}
