package racecourse.checks.queue;

import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Two threads meet in a queue, one of them stopped in the middle of its call: what came out is explained by some order. */
final class Meetings {
    private static final List<Play> PLAYS = List.of(
            Play.of(1, 0, Op.put(11), Op.put(12)),
            Play.of(1, 1, Op.get(), Op.get()),
            Play.of(1, 0, Op.putNoWait(11), Op.putNoWait(12)),
            Play.of(1, 1, Op.getNoWait(), Op.getNoWait()),
            Play.of(2, 1, Op.put(11), Op.get()),
            Play.of(2, 1, Op.get(), Op.put(11)),
            Play.of(1, 0, Op.put(11), Op.get()),
            Play.of(1, 0, Op.putNoWait(11), Op.getNoWait()),
            Play.of(1, 1, Op.get(), Op.put(11)),
            Play.of(1, 1, Op.getNoWait(), Op.putNoWait(11)),
            Play.of(2, 2, Op.get(), Op.get()),
            Play.of(3, 0, Op.put(11), Op.put(12)),
            Play.of(1, 0, Op.put(11), Op.putNoWait(12)),
            Play.of(1, 0, Op.putNoWait(11), Op.put(12)),
            Play.of(1, 1, Op.get(), Op.getNoWait()),
            Play.of(1, 1, Op.getNoWait(), Op.get()),
            Play.of(2, 2, Op.getNoWait(), Op.getNoWait()),
            Play.of(2, 0, Op.putNoWait(11), Op.putNoWait(12)),
            Play.of(2, 1, Op.putNoWait(11), Op.getNoWait()),
            Play.of(2, 1, Op.getNoWait(), Op.putNoWait(11)));

    private static final List<Twice> FIRST_USES =
            List.of(new Twice(1, 0, Op.put(11), Op.put(12)), new Twice(1, 0, Op.putNoWait(11), Op.putNoWait(12)));

    private static final int MOST_STUCK = 3;

    private Meetings() {}

    /**
     * Plays all meetings.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if no order of the calls explains what they returned, or one threw
     */
    static void keepTheOrder(Channel.Maker maker) {
        int stuck = 0;
        for (Play play : PLAYS) {
            Play.Finding finding = play.play(maker);
            // who waits for ever is another check's affair, and takes long
            stuck += finding instanceof Play.Finding.Stuck || finding instanceof Play.Finding.Hung ? 1 : 0;
            if (stuck == MOST_STUCK) {
                return;
            }
            if (finding instanceof Play.Finding.Disorder disorder) {
                throw disorder.violation();
            }
            if (finding instanceof Play.Finding.Threw threw) {
                throw threw.violation();
            }
        }
    }

    /**
     * Lets the first two users of a queue meet, both of them stopped once.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if no order of the calls explains what they returned, or one threw
     */
    static void firstUsersKeepTheOrder(Channel.Maker maker) {
        for (Twice twice : FIRST_USES) {
            Play.Finding finding = twice.play(maker);
            if (finding instanceof Play.Finding.Disorder disorder) {
                throw disorder.violation();
            }
            if (finding instanceof Play.Finding.Threw threw) {
                throw threw.violation();
            }
        }
    }

    /**
     * Wakes several for what is enough for one.
     *
     * @param maker makes the queues
     * @throws Violation if more than one got on
     */
    static void oneItemIsForOne(Channel.Maker maker) {
        for (Side side : Side.values()) {
            for (int waiters = 2; waiters <= 3; waiters++) {
                crowdAround(maker, side, waiters);
            }
        }
    }

    private static void crowdAround(Channel.Maker maker, Side side, int waiters) {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            for (int i = 0; i < waiters; i++) {
                if (stage.startAndLook(side.name(i), null, side.waits(i)) == Actor.Rest.ENDED) {
                    return;
                }
            }
            try {
                stage.run("M", side.frees(1));
                stage.letAllEnd();
                stage.drain();
            } catch (Violation e) {
                // who waits for ever is another check's affair
                return;
            }
            Violation failure = stage.failure();
            if (failure != null && !Channel.isRefusal(stage.history().failure())) {
                throw failure;
            }
            if (failure == null && !Linearization.exists(stage.history())) {
                throw new Violation(Evidence.of(
                                Message.of("queue.order.expected", 1),
                                Message.of("queue.order.observed", Play.described(stage.history())))
                        .along(stage.timeline(Message.of("queue.order.here")))
                        .hinting(Message.of("queue.disorder.try")));
            }
        }
    }
}
