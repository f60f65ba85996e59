package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;

/** Some threads wait, another one makes a few calls at a stretch: everybody goes on who can. */
final class WakeUps {
    /** Whether a woken thread or the one that woke it gets the lock first is the scheduler's choice. */
    private static final int TIMES = 3;

    private WakeUps() {}

    /**
     * Lets one thread do what several wait for.
     *
     * @param maker makes the queues
     * @throws Violation if somebody goes on waiting for what is there
     */
    static void reachEverybody(Channel.Maker maker) {
        for (Side side : Side.values()) {
            burst(maker, side, 1, 1, side.freesAtOnce(1));
            burst(maker, side, 2, 1, side.freesAtOnce(1));
            burst(maker, side, 3, 3, side.frees(1), side.frees(2), side.frees(3));
            burst(maker, side, 2, 2, side.freesAtOnce(1), side.freesAtOnce(2));
            burst(maker, side, 2, 3, side.freesAtOnce(1), side.frees(2), side.frees(3));
            for (int time = 0; time < TIMES; time++) {
                burst(maker, side, 2, 2, side.frees(1), side.frees(2));
                // the one that wakes the first has to wait itself then, beside the other one
                burst(maker, side, 1, 2, side.frees(1), side.frees(2));
                burst(maker, side, 1, 3, side.frees(1), side.frees(2), side.frees(3));
            }
        }
    }

    private static void burst(Channel.Maker maker, Side side, int capacity, int waiters, Op... ops) {
        try (Stage stage = new Stage(maker, capacity)) {
            stage.fill(side.before(capacity));
            for (int i = 0; i < waiters; i++) {
                if (stage.startAndLook(side.name(i), null, side.waits(i)) == Actor.Rest.ENDED) {
                    return;
                }
            }
            stage.start("M", ops);
            letAllEnd(stage);
        }
    }

    /**
     * Stops a thread in the middle of a call while another one makes a call.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if somebody goes on waiting for what is there
     */
    static void surviveAnyStop(Channel.Maker maker) {
        for (Play play : plays()) {
            Play.Finding finding = play.play(maker);
            if (finding instanceof Play.Finding.Stuck stuck) {
                throw stuck.violation();
            }
            if (finding instanceof Play.Finding.Hung) {
                return;
            }
        }
    }

    private static List<Play> plays() {
        List<Play> plays = new ArrayList<>();
        for (Side side : Side.values()) {
            int full = side.before(1).length;
            plays.add(Play.of(1, full, side.waits(0), side.frees(1)));
            plays.add(Play.of(1, full, side.waits(0), side.freesAtOnce(1)));
            plays.add(Play.of(1, full, side.waits(0), side.waits(1)));
            plays.add(Play.parked(side, 1, 2, side.frees(1), side.frees(2)));
            plays.add(Play.parked(side, 2, 2, side.frees(1), side.frees(2)));
            plays.add(Play.parked(side, 2, 1, side.waits(1), side.frees(1)));
        }
        return plays;
    }

    private static void letAllEnd(Stage stage) {
        try {
            stage.letAllEnd();
        } catch (Violation e) {
            throw new Violation(e.evidence()
                    .along(stage.timeline(null))
                    .because(Message.of("queue.stuck.why"))
                    .hinting(Message.of("queue.stuck.try")));
        }
    }
}
