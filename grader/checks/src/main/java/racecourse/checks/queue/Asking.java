package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Calls that never wait for a change of state, made while others wait for one, and alone. */
final class Asking {
    private static final int MOST_STEPS = 48;

    private Asking() {}

    /**
     * Calls everything that must not wait while others do.
     *
     * @param maker makes the queues
     * @throws Violation if a call never returns
     */
    static void neverWaitsBesideWaiters(Channel.Maker maker) {
        for (Side side : Side.values()) {
            for (int waiters = 1; waiters <= 2; waiters++) {
                beside(maker, side, waiters);
            }
        }
    }

    private static void beside(Channel.Maker maker, Side side, int waiters) {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            for (int i = 0; i < waiters; i++) {
                if (stage.startAndLook(side.name(i), null, side.waits(i)) == Actor.Rest.ENDED) {
                    return;
                }
            }
            Message expected = Message.of("queue.asking.expected");
            questions(stage.queue()).forEach((text, call) -> {
                Actor actor = stage.scene().start(text, call);
                Standstill.awaitOrProve(stage.scene(), actor::hasEnded, () -> actor, expected);
                if (actor.thrown() != null) {
                    throw Scene.threw(expected, actor.thrown());
                }
            });
            // first the one that has to be refused, then the one that lets somebody go on
            for (Op op : List.of(side == Side.PUTTERS ? Op.putNoWait(11) : Op.getNoWait(), side.freesAtOnce(12))) {
                Actor actor = stage.start(op.toString(), op);
                try {
                    Standstill.awaitOrProve(stage.scene(), actor::hasEnded, () -> actor, expected);
                } catch (Violation e) {
                    if (Refusals.harm(maker)) {
                        throw new Powerless(Message.of("queue.refusal.masks"));
                    }
                    throw e;
                }
                if (actor.thrown() != null) {
                    throw Scene.threw(expected, actor.thrown());
                }
            }
        }
    }

    /**
     * Stops a call that never waits in the middle, and lets another one take what it has seen.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if it never returns
     */
    static void neverWaitsForWhatIsGone(Channel.Maker maker) {
        for (Op asked : List.of(Op.putNoWait(11), Op.getNoWait())) {
            Op other = asked.kind().puts() ? Op.putNoWait(12) : Op.getNoWait();
            for (int step = 1; step <= MOST_STEPS && taken(maker, asked, other, step); step++) {
                // until there is no such step
            }
        }
    }

    /** Returns whether there was such a step. */
    private static boolean taken(Channel.Maker maker, Op asked, Op other, int step) {
        try (Stage stage = new Stage(maker, 1)) {
            if (!asked.kind().puts()) {
                stage.fill(1);
            }
            Actor asking = stage.start("A", Track.heldAt(stage.gate(), step), asked);
            boolean stopped = stage.isHeld(asking);
            stage.startAndLook("B", null, other);
            stage.gate().open();
            try {
                Standstill.awaitOrProve(
                        stage.scene(), asking::hasEnded, () -> asking, Message.of("queue.asking.expected"));
            } catch (Violation e) {
                throw new Violation(e.evidence().along(stage.timeline(null)).hinting(Message.of("queue.asking.try")));
            }
            return stopped;
        }
    }

    /**
     * Calls everything that must not wait alone, with nobody in the way, and notes what waits for a signal or a time.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if a call waits
     */
    static void neverWaitsAlone(Channel.Maker maker) {
        for (int held = 0; held <= 2; held++) {
            for (String text : calls(maker, held).keySet()) {
                alone(text, Objects.requireNonNull(calls(maker, held).get(text)));
            }
        }
    }

    /** Returns the calls, on a fresh queue of two that holds some items. */
    private static Map<String, Call> calls(Channel.Maker maker, int held) {
        Channel queue = Stage.make(maker, 2);
        for (int i = 1; i <= held; i++) {
            int item = i;
            Scene.value(Message.of("queue.calls-return"), Call.of(() -> queue.put(item)));
        }
        Map<String, Call> calls = new TreeMap<>(questions(queue));
        calls.put("putNoWait(…)", () -> queue.putNoWait(11));
        calls.put("getNoWait()", queue::getNoWait);
        return calls;
    }

    private static void alone(String text, Call call) {
        Track track = Track.noting();
        Message expected = Message.of("queue.asking.expected");
        Actor actor = Scene.call("A", expected, track.over(call));
        List<Track.Wait> waits = new ArrayList<>(track.waits());
        if (!waits.isEmpty()) {
            Track.Wait wait = waits.get(0);
            throw new Violation(Evidence.of(expected, Message.of("queue.asking.waited", text, wait.call()))
                    .at(Threads.innermost(wait.stack(), null))
                    .hinting(Message.of("queue.asking.try")));
        }
        if (actor.thrown() != null) {
            throw Scene.threw(expected, Objects.requireNonNull(actor.thrown()));
        }
    }

    private static Map<String, Call> questions(Channel queue) {
        return new TreeMap<>(Map.of(
                "size()", queue::size,
                "isFull()", queue::isFull,
                "isEmpty()", queue::isEmpty,
                "capacity()", queue::capacity));
    }
}
