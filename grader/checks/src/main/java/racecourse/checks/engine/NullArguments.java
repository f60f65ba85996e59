package racecourse.checks.engine;

import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Gives null where the contract refuses it. */
public final class NullArguments {
    private NullArguments() {}

    /**
     * Makes a call with a null argument.
     *
     * @param text how the call reads, {@code new MutexCounter(1, null)}
     * @param call the call
     * @return clean, when it threw a {@link NullPointerException}
     * @throws Violation when it did anything else
     */
    public static Outcome refused(String text, Call call) {
        Message expected = Message.of("engine.null.expected", text);
        Actor actor = Scene.call("A", expected, call);
        @Nullable Throwable thrown = actor.thrown();
        if (thrown instanceof NullPointerException) {
            return new Outcome.Clean();
        }
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
        throw new Violation(
                Evidence.of(expected, Message.of("engine.null.accepted", text)).hinting(Message.of("engine.null.try")));
    }
}
