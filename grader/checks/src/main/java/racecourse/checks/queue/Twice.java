package racecourse.checks.queue;

import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Track;

/**
 * Two threads meet in a fresh queue, and both are stopped: the first before one of its steps, the second before one of its
 * own, then the first goes on to its end, and after it the second. That is every order of two switches, which is what it
 * takes where each brings a lock of its own.
 *
 * @param capacity the queue's
 * @param before how many items it holds at first: 1, 2, …; none: both are its first users
 * @param one what the first does
 * @param other what the second does
 */
record Twice(int capacity, int before, Op one, Op other) {
    private static final int MOST_STEPS = 48;

    /**
     * Plays it for every two steps.
     *
     * @param maker makes the queues of a tracked submission
     * @return the first thing that was found, or {@code null}
     */
    Play.@Nullable Finding play(Channel.Maker maker) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            for (int next = 1; next <= MOST_STEPS; next++) {
                Once once = new Once(step, next);
                Play.Finding finding = once.play(maker);
                if (finding != null || !once.firstWasHeld) {
                    return finding;
                }
                if (!once.secondWasHeld) {
                    break;
                }
            }
        }
        return null;
    }

    /** One run, with a stop for each. */
    private final class Once {
        private final int step;
        private final int next;
        private boolean firstWasHeld;
        private boolean secondWasHeld;

        Once(int step, int next) {
            this.step = step;
            this.next = next;
        }

        Play.@Nullable Finding play(Channel.Maker maker) {
            try (Stage stage = new Stage(maker, capacity)) {
                for (int item = 1; item <= before; item++) {
                    stage.fill(item);
                }
                Actor first = stage.start("A", Track.heldAt(stage.gate(), step), one);
                firstWasHeld = stage.isHeld(first);
                if (!firstWasHeld) {
                    // it ends alone, which is nothing new
                    return null;
                }
                Actor second = stage.start("B", Track.heldAt(stage.gate(), next), other);
                secondWasHeld = stage.settleBriefly(second) == Actor.Rest.HELD;
                if (!secondWasHeld) {
                    // one stop is enough for that
                    return null;
                }
                stage.gate().release(first);
                stage.settleBriefly(first);
                stage.gate().open();
                return Play.judged(stage);
            }
        }
    }
}
