package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Asks for the size while another thread is stopped in the middle of its call, and when everybody has ended. */
final class Sizes {
    private static final int MOST_STEPS = 48;

    private final Channel.Maker maker;

    /** Somebody waits for ever, which is another check's affair, and takes long. */
    private boolean givenUp;

    private Sizes(Channel.Maker maker) {
        this.maker = maker;
    }

    /**
     * Asks at every step of every kind of call.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if the size is ever below zero or above the capacity, or wrong when all is quiet
     */
    static void areNeverOutside(Channel.Maker maker) {
        Sizes sizes = new Sizes(maker);
        for (Op op : List.of(Op.put(11), Op.get(), Op.putNoWait(11), Op.getNoWait())) {
            for (int held = 0; held <= 1; held++) {
                sizes.during(1, held, op);
            }
            sizes.during(2, 1, op);
        }
    }

    /**
     * Lets two calls meet, one of them stopped at every step, and asks when both have ended.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if the size is not what they have left
     */
    static void areExactAfterwards(Channel.Maker maker) {
        Sizes sizes = new Sizes(maker);
        for (Op one : List.of(Op.put(11), Op.get())) {
            for (Op other : List.of(Op.put(12), Op.get())) {
                for (int step = 1; step <= MOST_STEPS && sizes.meet(one, other, step); step++) {
                    // until there is no such step
                }
            }
        }
    }

    /** Returns whether there was such a step. */
    private boolean meet(Op one, Op other, int step) {
        if (givenUp) {
            return false;
        }
        try (Stage stage = new Stage(maker, 4)) {
            stage.fill(1, 2);
            boolean stopped = stage.startAndLook("A", Track.heldAt(stage.gate(), step), one) == Actor.Rest.HELD;
            stage.startAndLook("B", null, other);
            stage.gate().open();
            try {
                stage.letAllEnd();
            } catch (Violation | Powerless e) {
                givenUp = true;
                return false;
            }
            isExact(stage);
            return stopped;
        }
    }

    private void during(int capacity, int held, Op op) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            if (givenUp || !asks(capacity, held, op, step)) {
                return;
            }
        }
    }

    /** Returns whether there was such a step. */
    private boolean asks(int capacity, int held, Op op, int step) {
        try (Stage stage = new Stage(maker, capacity)) {
            for (int i = 0; i < held; i++) {
                stage.fill(i + 1);
            }
            boolean stopped = stage.startAndLook("A", Track.heldAt(stage.gate(), step), op) == Actor.Rest.HELD;
            List<Integer> sizes = new ArrayList<>();
            Actor asking =
                    stage.scene().start("B", () -> sizes.add(stage.queue().size()));
            if (stage.settleBriefly(asking) == Actor.Rest.ENDED) {
                isWithin(stage, asking, sizes, op);
            }
            stage.gate().open();
            try {
                stage.letAllEnd();
                Standstill.awaitOrProve(
                        stage.scene(), asking::hasEnded, () -> asking, Message.of("queue.asking.expected"));
            } catch (Violation | Powerless e) {
                givenUp = true;
                return false;
            }
            isWithin(stage, asking, sizes, op);
            isExact(stage);
            return stopped;
        }
    }

    private static void isWithin(Stage stage, Actor asking, List<Integer> sizes, Op op) {
        Message expected = Message.of("queue.size.expected", stage.history().capacity());
        if (asking.thrown() != null) {
            throw Scene.threw(expected, Objects.requireNonNull(asking.thrown()));
        }
        int size = sizes.get(0);
        if (size < 0 || size > stage.history().capacity()) {
            throw new Violation(Evidence.of(expected, Message.of("queue.size.observed", size, op))
                    .at(stage.held())
                    .along(stage.timeline(null))
                    .hinting(Message.of("queue.size.try")));
        }
    }

    private static void isExact(Stage stage) {
        if (stage.failure() != null) {
            return;
        }
        int due = stage.history().held();
        int size = (Integer) Scene.value(Message.of("queue.calls-return"), stage.queue()::size);
        if (size != due) {
            throw new Violation(
                    Evidence.of(Message.of("queue.size.quiet", due), Message.of("queue.size.quiet.observed", size))
                            .along(stage.timeline(null))
                            .hinting(Message.of("queue.size.try")));
        }
    }
}
