package racecourse.checks.protocol;

import org.jspecify.annotations.Nullable;

/**
 * One step of one thread in an interleaving.
 *
 * @param lane index of the thread in {@link Timeline#lanes}
 * @param action what it did
 * @param target the field, lock or method, {@code count}; empty where there is none
 * @param value what was read, written or returned; empty where there is none
 * @param place the line, or {@code null} where the step is not in the submission
 * @param remark what the step means, or {@code null}
 */
public record Step(
        int lane,
        Action action,
        String target,
        String value,
        @Nullable Place place,
        @Nullable Message remark) {

    /** What a step does. */
    public enum Action {
        CALL,
        RETURN,
        THROW,
        READ,
        WRITE,
        LOCK,
        UNLOCK,
        WAIT,
        NOTIFY,
        BLOCKED,
        ENTER_PAUSE,
        LEAVE_PAUSE,
        INTERRUPT,
        OTHER
    }
}
