package racecourse.checks.engine.locks.paths;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way through a method.
 *
 * @param events what happened
 * @param ending how it ended
 * @param result what was returned or thrown
 * @param holds what is still held at the end
 * @param interrupt what became of the interrupt flag
 * @param heap what is in the fields that only this path can see
 * @param escaped what this path made and others may know
 * @param doubt the first place from which on it is not sure that this path can be taken, as the number of events
 *     before it; {@link Integer#MAX_VALUE} if it certainly can
 * @param unknown what could not be followed, or {@code null}
 * @param repeats for {@link Ending#REPEATS}: the number of events before the circle
 * @param at where it ended
 */
public record Path(
        List<Event> events,
        Ending ending,
        @Nullable Operand result,
        List<Hold> holds,
        InterruptFlag interrupt,
        Map<Location, Operand> heap,
        Set<Operand> escaped,
        int doubt,
        @Nullable Gap unknown,
        int repeats,
        Place at) {

    /** How a path ends. */
    public enum Ending {
        RETURNS,
        THROWS,
        /** It comes back to where it was, with nothing changed, and may do so for ever. */
        REPEATS,
        /** It waits for itself. */
        STUCK,
        /** It was not followed to its end. */
        CUT
    }

    /** What became of the interrupt flag. */
    public enum InterruptFlag {
        UNTOUCHED,
        CLEARED,
        SET
    }

    /**
     * Something that could not be followed.
     *
     * @param what a call, or what else it was
     * @param at where
     * @param events the number of events before it
     */
    public record Gap(String what, Place at, int events) {}

    /** Returns whether the path can be taken whatever other threads do, and all of it was followed. */
    public boolean isCertain() {
        return unknown == null && doubt == Integer.MAX_VALUE;
    }

    /** Returns whether the path was followed until after that event, whether or not it can be taken. */
    public boolean isFollowedUntil(int event) {
        return unknown == null || unknown.events() > event;
    }

    /** Returns whether the path can be taken, and was followed, at least until after that event. */
    public boolean isCertainUntil(int event) {
        return doubt > event && (unknown == null || unknown.events() > event);
    }
}
