package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** Stops a thread in one queue and uses another: that one does not wait, and holds its own items only. */
final class Separate {
    private static final int MOST_STEPS = 48;
    private static final int TRIALS = 3;
    private static final int CAPACITY = 2;

    /** Locks may be shared among some only. */
    private static final int OTHERS = 24;

    private Separate() {}

    /**
     * Uses several queues at once.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if a call on one waited, in every trial, for a call on another, or items get from one to another
     */
    static void queuesAre(Channel.Maker maker) {
        holdTheirOwn(maker);
        for (Op op : List.of(Op.put(11), Op.get())) {
            for (int step = 1; step <= MOST_STEPS && stopped(maker, op, step); step++) {
                // until there is no such step
            }
        }
    }

    /**
     * Lets somebody wait in one queue, and uses others.
     *
     * @param maker makes the queues
     * @throws Violation if it is proven that a call on one of those never ends
     */
    static void doNotWaitTogether(Channel.Maker maker) {
        for (Side side : Side.values()) {
            try (Stage stage = new Stage(maker, CAPACITY)) {
                stage.fill(side.before(CAPACITY));
                if (stage.startAndLook(side.name(0), null, side.waits(0)) == Actor.Rest.ENDED) {
                    continue;
                }
                Actor beside = stage.scene().start("B", Call.of(() -> {
                    for (int i = 0; i < OTHERS; i++) {
                        Channel other = maker.make(i % 2 == 0 ? CAPACITY : 1);
                        other.put(1);
                        other.get();
                        other.putNoWait(2);
                        other.getNoWait();
                        other.size();
                    }
                }));
                Message expected = Message.of("engine.independent.expected");
                try {
                    Standstill.awaitOrProve(stage.scene(), beside::hasEnded, () -> beside, expected);
                } catch (Violation e) {
                    throw new Violation(e.evidence()
                            .because(Message.of("engine.independent.why"))
                            .hinting(Message.of("engine.independent.try")));
                }
            }
        }
    }

    private static void holdTheirOwn(Channel.Maker maker) {
        Scene.value(Message.of("queue.calls-return"), () -> {
            Channel one = maker.make(2);
            Channel other = maker.make(3);
            one.put(1);
            other.put(2);
            other.put(3);
            Object first = one.getNoWait();
            Object second = other.getNoWait();
            boolean apart = one.capacity() == 2
                    && Objects.equals(first, 1)
                    && Objects.equals(second, 2)
                    && one.size() == 0
                    && other.size() == 1;
            if (!apart) {
                throw new Violation(Evidence.of(
                                Message.of("queue.separate.expected"),
                                Message.of("queue.separate.observed", String.valueOf(first), String.valueOf(second)))
                        .hinting(Message.of("queue.separate.try")));
            }
            return one;
        });
    }

    /** Returns whether there was such a step. */
    private static boolean stopped(Channel.Maker maker, Op op, int step) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            try (Stage stage = new Stage(maker, CAPACITY)) {
                List<Channel> others = new ArrayList<>();
                Scene.value(Message.of("engine.constructor.returns"), () -> {
                    for (int i = 0; i < OTHERS; i++) {
                        // one as the one in which somebody is, for locks may go by that, too
                        others.add(maker.make(i % 2 == 0 ? CAPACITY : 1));
                    }
                    return others;
                });
                stage.fill(1);
                Actor inside = stage.start("A", Track.heldAt(stage.gate(), step), op);
                if (!stage.isHeld(inside)) {
                    return false;
                }
                Actor beside = stage.scene().start("B", Call.of(() -> {
                    for (Channel other : others) {
                        other.put(1);
                        other.size();
                        other.get();
                    }
                }));
                boolean waited = stage.settle(beside) != Actor.Rest.ENDED;
                if (!waited) {
                    return true;
                }
                List<Place> places = new ArrayList<>(stage.held());
                places.addAll(beside.isAt());
                stage.gate().open();
                stage.scene().awaitEnd(beside, Message.of("engine.independent.expected"));
                if (trial == TRIALS) {
                    throw new Violation(Evidence.of(
                                    Message.of("engine.independent.expected"),
                                    Message.of("engine.independent.waited", beside.name(), inside.name(), TRIALS))
                            .at(places)
                            .because(Message.of("engine.independent.why"))
                            .hinting(Message.of("engine.independent.try")));
                }
            }
        }
        return true;
    }
}
