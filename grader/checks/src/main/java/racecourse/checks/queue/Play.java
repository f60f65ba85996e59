package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/**
 * A small scenario in which one thread is stopped before one of its steps, then before the next, and so on, while the
 * others run until they end or wait. That is a bounded search: every order that needs one thread to be stopped once.
 *
 * @param capacity the queue's
 * @param before how many items it holds at first: 1, 2, …
 * @param side who is parked before anything else, and
 * @param parked how many of them
 * @param stopped what the thread does that is stopped
 * @param others what the others do meanwhile, one thread each, one after the other
 */
record Play(int capacity, int before, Side side, int parked, List<Op> stopped, List<List<Op>> others) {
    /** More steps than any call on a queue takes; what takes more is stopped at every second step. */
    private static final int MOST_STEPS = 48;

    /** What a play found. */
    sealed interface Finding {
        /** A call waits for what is there. */
        record Stuck(Violation violation) implements Finding {}

        /** A call threw what no call may throw. */
        record Threw(Violation violation) implements Finding {}

        /** No order of the calls explains what they returned. */
        record Disorder(Violation violation) implements Finding {}

        /** Afterwards, alone with the queue, a call that never waits did: another check's affair, and it takes long. */
        record Hung() implements Finding {}
    }

    /** A play in which nobody is parked: thread A does one thing and thread B another. */
    static Play of(int capacity, int before, Op stopped, Op other) {
        return new Play(capacity, before, Side.GETTERS, 0, List.of(stopped), List.of(List.of(other)));
    }

    /** A play with threads that wait from the beginning. */
    static Play parked(Side side, int capacity, int parked, Op stopped, Op other) {
        return new Play(
                capacity, side.before(capacity).length, side, parked, List.of(stopped), List.of(List.of(other)));
    }

    /**
     * Plays it once for every step.
     *
     * @param maker makes the queues
     * @return the first thing that was found, or {@code null}
     */
    @Nullable
    Finding play(Channel.Maker maker) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            Once once = new Once(maker, step);
            Finding finding = once.play();
            if (finding != null || !once.wasStopped) {
                return finding;
            }
        }
        return null;
    }

    /** One run of the play, stopped at one step. */
    private final class Once {
        private final Channel.Maker maker;
        private final int step;
        private boolean wasStopped;

        Once(Channel.Maker maker, int step) {
            this.maker = maker;
            this.step = step;
        }

        @Nullable
        Finding play() {
            try (Stage stage = new Stage(maker, capacity)) {
                int[] items = new int[before];
                for (int i = 0; i < before; i++) {
                    items[i] = i + 1;
                }
                stage.fill(items);
                for (int i = 0; i < parked; i++) {
                    Actor.Rest rest = stage.startAndLook(side.name(i), null, side.waits(i));
                    if (rest == Actor.Rest.ENDED) {
                        // it should have waited, which is another check's affair
                        return null;
                    }
                }
                return meet(stage);
            }
        }

        private @Nullable Finding meet(Stage stage) {
            Track track = Track.heldAt(stage.gate(), step);
            stage.startAndLook("A", track, stopped.toArray(Op[]::new));
            for (int i = 0; i < others.size(); i++) {
                stage.startAndLook(
                        String.valueOf((char) ('B' + i)), null, others.get(i).toArray(Op[]::new));
            }
            stage.gate().open();
            try {
                return judged(stage);
            } finally {
                wasStopped = !stage.gate().arrivals().isEmpty();
            }
        }
    }

    /** Lets everybody end who can, and looks at what came out. */
    static @Nullable Finding judged(Stage stage) {
        try {
            stage.letAllEnd();
        } catch (Violation e) {
            return new Finding.Stuck(new Violation(told(e.evidence(), stage)));
        }
        Violation failure = stage.failure();
        if (Channel.isRefusal(stage.history().failure())) {
            return null;
        }
        if (failure != null) {
            return new Finding.Threw(new Violation(failure.evidence().hinting(Message.of("queue.disorder.try"))));
        }
        try {
            stage.drain();
        } catch (Violation | Powerless e) {
            return new Finding.Hung();
        }
        Violation threw = stage.failure();
        if (threw != null) {
            return new Finding.Threw(threw);
        }
        return Linearization.exists(stage.history()) ? null : new Finding.Disorder(disorder(stage));
    }

    private static Evidence told(Evidence evidence, Stage stage) {
        List<Place> places = new ArrayList<>(evidence.where());
        places.addAll(stage.held());
        return evidence.at(places)
                .along(stage.timeline(null))
                .because(Message.of("queue.stuck.why"))
                .hinting(Message.of("queue.stuck.try"));
    }

    private static Violation disorder(Stage stage) {
        return new Violation(Evidence.of(
                        Message.of("queue.order.expected", stage.history().capacity()),
                        Message.of("queue.order.observed", described(stage.history())))
                .at(stage.held())
                .along(stage.timeline(Message.of("queue.order.here")))
                .hinting(Message.of("queue.disorder.try")));
    }

    /** The calls of a history in the order in which they began. */
    static String described(History history) {
        return String.join(
                ", ", history.entries().stream().map(History.Entry::toString).toList());
    }
}
