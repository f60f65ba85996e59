package racecourse.checks.queue;

import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** One thread has to wait, and goes on when another has made room, or has put something, and no sooner. */
final class Waits {
    private static final int ROUNDS = 2;
    private static final int WOKEN = 3;

    private final Channel.Maker maker;
    private final Side side;

    private Waits(Channel.Maker maker, Side side) {
        this.maker = maker;
        this.side = side;
    }

    /**
     * Lets a thread wait, and then go on.
     *
     * @param maker makes the queues
     * @param side who waits
     * @throws Violation if it does not wait, or does not go on
     */
    static void untilItCan(Channel.Maker maker, Side side) {
        Waits waits = new Waits(maker, side);
        waits.rounds(1);
        waits.rounds(3);
    }

    /**
     * Wakes a waiting thread for nothing, as any wait may end.
     *
     * @param maker makes the queues of a tracked submission
     * @param side who waits
     * @throws Violation if it goes on although nothing has changed
     */
    static void againWhenWokenForNothing(Channel.Maker maker, Side side) {
        new Waits(maker, side).wokenForNothing();
    }

    private void rounds(int capacity) {
        try (Stage stage = new Stage(maker, capacity)) {
            stage.fill(side.before(capacity));
            for (int round = 0; round < ROUNDS; round++) {
                Actor waiting = stage.start(side.name(round), side.waits(round));
                if (stage.settle(waiting) == Actor.Rest.ENDED) {
                    throw ended(stage, waiting, "queue.waits.not", capacity);
                }
                stage.run("M" + round, side.frees(round + 1));
                goesOn(stage, waiting);
            }
        }
    }

    private void wokenForNothing() {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            Actor waiting = stage.start(side.name(0), Track.wokenForNothing(WOKEN), side.waits(0));
            if (stage.settle(waiting) == Actor.Rest.ENDED) {
                throw ended(stage, waiting, "queue.waits.woken", 1);
            }
            stage.run("M", side.frees(1));
            goesOn(stage, waiting);
        }
    }

    private void goesOn(Stage stage, Actor waiting) {
        Message expected = Message.of("queue.waits.goes-on", side.call(), side.freeing());
        Standstill.awaitOrProve(stage.scene(), waiting::hasEnded, () -> waiting, expected);
        if (waiting.thrown() != null) {
            throw Scene.threw(expected, waiting.thrown());
        }
    }

    private Violation ended(Stage stage, Actor waiting, String key, int capacity) {
        Message expected = Message.of("queue.waits.expected", side.call(), side.because());
        Throwable thrown = waiting.thrown();
        String how = thrown == null ? "returned" : "threw " + thrown.getClass().getSimpleName();
        Evidence evidence = Evidence.of(expected, Message.of(key, side.call(), side.because(), how, capacity))
                .along(stage.timeline(null))
                .hinting(Message.of("queue.waits.try", side.call(), side.because()));
        return new Violation(
                thrown == null ? evidence : evidence.at(Threads.innermost(List.of(thrown.getStackTrace()), null)));
    }
}
