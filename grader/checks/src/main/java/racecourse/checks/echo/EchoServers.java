package racecourse.checks.echo;

import java.lang.invoke.MethodHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Message;
import racecourse.contract.echo.EchoServer;

/** A submission's servers, and what has turned out about them so far. */
final class EchoServers {
    static final String CLASS = "lab.echo.ThreadedEchoServer";

    /** Once may be this machine's doing. */
    private static final int LATE_ANSWERS = 2;

    private final MethodHandle constructor;
    private boolean prompt;
    private int late;
    private boolean closesLate;

    EchoServers(Subject subject) {
        this.constructor = subject.constructor(CLASS, EchoServer.class, int.class, String.class);
    }

    EchoServer make(int port, @Nullable String suffix) throws Throwable {
        return (EchoServer) constructor.invokeExact(port, suffix);
    }

    /**
     * Makes a call that must return and may throw, on a thread of its own.
     *
     * @param text how the call reads
     * @param call the call
     * @return how it ended
     */
    static Actor call(String text, Call call) {
        Message expected = Message.of("echo.call.returns", text);
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor actor = scene.start(text, call);
            Patience.await(
                    nanos -> actor.awaitEnd(Duration.ofNanos(nanos)),
                    Patience.Work.CALL,
                    expected,
                    Message.of("echo.call.hangs", text));
            return actor;
        }
    }

    /** Makes a call that must return and must not throw. */
    static @Nullable Object value(String text, Call call) {
        Actor actor = call(text, call);
        Throwable thrown = actor.thrown();
        if (thrown != null) {
            throw Scene.threw(Message.of("echo.call.returns", text), thrown);
        }
        return actor.result();
    }

    /** Whether a server of this submission has answered before the client closed its side. */
    boolean isPrompt() {
        return prompt;
    }

    /** Whether a server of this submission has answered only when the client had closed its side. */
    boolean isTardy() {
        return late >= LATE_ANSWERS;
    }

    void answered(boolean atOnce) {
        prompt |= atOnce;
        late += atOnce ? 0 : 1;
    }

    /** Whether a server of this submission takes its time to close. */
    boolean closesLate() {
        return closesLate;
    }

    void closedLate() {
        closesLate = true;
    }
}
