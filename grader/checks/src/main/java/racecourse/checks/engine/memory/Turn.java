package racecourse.checks.engine.memory;

import racecourse.checks.engine.Call;

/**
 * One call in a plot.
 *
 * @param thread who makes it, {@code A}; turns of one name are ordered as if one thread made them
 * @param text how it reads, {@code publish(5)}
 * @param call the call
 */
public record Turn(String thread, String text, Call call) {
    /** Makes a turn whose call returns nothing. */
    public static Turn of(String thread, String text, Call.Action action) {
        return new Turn(thread, text, Call.of(action));
    }

    /** Makes a turn whose call returns something. */
    public static Turn asking(String thread, String text, Call call) {
        return new Turn(thread, text, call);
    }
}
