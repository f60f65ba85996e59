package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.IdleWaiting;

/** Watches threads that wait: they use no CPU, and they do not wake up at intervals to look. */
final class Idle {
    private static final int MOST_STEPS = 48;
    private static final int CALLS = 5;

    private Idle() {}

    /**
     * Watches one waiter, then two, who might keep each other awake.
     *
     * @param maker makes the queues
     * @throws Violation if one spins or polls
     */
    static void waiting(Channel.Maker maker) {
        for (Side side : Side.values()) {
            watch(maker, side, 1);
            watch(maker, side, 2);
        }
    }

    /**
     * Stops somebody in the middle of a call, and watches who waits for the lock.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if one spins or polls
     */
    static void waitingForTheLock(Channel.Maker maker) {
        for (Op inside : List.of(Op.put(11), Op.get())) {
            Set<String> watched = new HashSet<>();
            for (int step = 1; step <= MOST_STEPS && beside(maker, inside, step, watched); step++) {
                // until there is no such step, or all have been watched
            }
        }
    }

    /** Returns whether there was such a step, and there is somebody left to be watched. */
    private static boolean beside(Channel.Maker maker, Op inside, int step, Set<String> watched) {
        try (Stage stage = new Stage(maker, 2)) {
            try {
                stage.fill(1);
            } catch (Violation e) {
                // that it ends is another check's affair
                return false;
            }
            Actor stopped = stage.start("A", Track.heldAt(stage.gate(), step), inside);
            if (!stage.isHeld(stopped)) {
                return false;
            }
            Map<String, Call> calls = calls(stage.queue());
            calls.keySet().removeAll(watched);
            calls.forEach((text, call) -> {
                Actor waiting = stage.scene().start(text, call);
                if (stage.settleBriefly(waiting) != Actor.Rest.ENDED) {
                    watch(stage, waiting, text);
                    watched.add(text);
                }
            });
            return watched.size() < CALLS;
        }
    }

    private static Map<String, Call> calls(Channel queue) {
        Map<String, Call> calls = new TreeMap<>();
        calls.put("put(…)", Call.of(() -> queue.put(21)));
        calls.put("get()", queue::get);
        calls.put("putNoWait(…)", () -> queue.putNoWait(22));
        calls.put("getNoWait()", queue::getNoWait);
        calls.put("size()", queue::size);
        return calls;
    }

    /** Who waits for another thread, without a time and without moving, costs nothing. */
    private static void watch(Stage stage, Actor waiting, String call) {
        boolean rests = stage.settle(waiting) == Actor.Rest.WAITING && Threads.waitsForAThread(waiting.thread());
        if (!rests) {
            IdleWaiting.watch(waiting, call, () -> false, false);
        }
    }

    private static void watch(Channel.Maker maker, Side side, int waiters) {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < waiters; i++) {
                actors.add(stage.start(side.name(i), side.waits(i)));
                stage.settleBriefly(actors.get(i));
            }
            for (Actor actor : actors) {
                IdleWaiting.watch(actor, side.call(), () -> false, false);
            }
        }
    }
}
