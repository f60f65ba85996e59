package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
     * The same while another thread waits for what the call makes possible.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if the size is ever below zero or above the capacity, or wrong when all is quiet
     */
    static void besideWaiters(Channel.Maker maker) {
        Sizes sizes = new Sizes(maker);
        for (Side side : Side.values()) {
            for (Op op : List.of(side.frees(1), side.freesAtOnce(1))) {
                sizes.until(step -> sizes.asks(1, side.before(1).length, side, op, step));
            }
        }
    }

    /**
     * Stops the one that asks, at every step, while others put and get.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if the size is ever below zero or above the capacity
     */
    static void areNeverTorn(Channel.Maker maker) {
        Sizes sizes = new Sizes(maker);
        sizes.until(step -> sizes.passing(0, step, Op.put(11), Op.get(), Op.put(12), Op.get()));
        sizes.until(step -> sizes.passing(1, step, Op.get(), Op.put(11), Op.get(), Op.put(12)));
    }

    private void until(IntPredicate stoppedAt) {
        for (int step = 1; step <= MOST_STEPS && !givenUp && stoppedAt.test(step); step++) {
            // until there is no such step
        }
    }

    /** Returns whether there was such a step. */
    private boolean passing(int held, int step, Op... ops) {
        try (Stage stage = new Stage(maker, 1)) {
            for (int i = 0; i < held; i++) {
                stage.fill(i + 1);
            }
            List<Integer> sizes = new ArrayList<>();
            Track track = Track.heldAt(stage.gate(), step);
            Actor asking = stage.scene()
                    .start("B", track.over(() -> sizes.add(stage.queue().size())));
            boolean stopped = stage.isHeld(asking);
            stage.startAndLook("A", null, ops);
            stage.gate().open();
            try {
                stage.letAllEnd();
                Standstill.awaitOrProve(
                        stage.scene(), asking::hasEnded, () -> asking, Message.of("queue.asking.expected"));
            } catch (Violation | Powerless e) {
                givenUp = true;
                return false;
            }
            isWithin(stage, asking, sizes, Arrays.stream(ops).map(Op::toString).collect(Collectors.joining(", ")));
            return stopped;
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
            boolean stopped = stage.isHeld(stage.start("A", Track.heldAt(stage.gate(), step), one));
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
        until(step -> asks(capacity, held, null, op, step));
    }

    /** Returns whether there was such a step. */
    private boolean asks(int capacity, int held, @Nullable Side waits, Op op, int step) {
        try (Stage stage = new Stage(maker, capacity)) {
            for (int i = 0; i < held; i++) {
                stage.fill(i + 1);
            }
            Actor waiting = waits == null ? null : stage.start(waits.name(0), waits.waits(0));
            if (waiting != null && stage.settleBriefly(waiting) == Actor.Rest.ENDED) {
                return false;
            }
            boolean stopped = stage.isHeld(stage.start("A", Track.heldAt(stage.gate(), step), op));
            if (waiting != null) {
                stage.settleBriefly(waiting);
            }
            List<Integer> sizes = new ArrayList<>();
            Actor asking =
                    stage.scene().start("B", () -> sizes.add(stage.queue().size()));
            if (stage.settleBriefly(asking) == Actor.Rest.ENDED) {
                isWithin(stage, asking, sizes, op.toString());
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
            isWithin(stage, asking, sizes, op.toString());
            isExact(stage);
            return stopped;
        }
    }

    private static void isWithin(Stage stage, Actor asking, List<Integer> sizes, String during) {
        Message expected = Message.of("queue.size.expected", stage.history().capacity());
        if (asking.thrown() != null) {
            throw Scene.threw(expected, Objects.requireNonNull(asking.thrown()));
        }
        int size = sizes.get(0);
        if (size < 0 || size > stage.history().capacity()) {
            throw new Violation(Evidence.of(expected, Message.of("queue.size.observed", size, during))
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
        int size;
        try {
            size = (Integer) Scene.value(Message.of("queue.calls-return"), stage.queue()::size);
        } catch (Violation e) {
            // that it answers is another check's affair
            throw new Powerless(e.evidence().observed());
        }
        if (size != due) {
            throw new Violation(
                    Evidence.of(Message.of("queue.size.quiet", due), Message.of("queue.size.quiet.observed", size))
                            .along(stage.timeline(null))
                            .hinting(Message.of("queue.size.try")));
        }
    }
}
