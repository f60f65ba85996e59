package racecourse.checks.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;

/**
 * An interleaving that ended with threads waiting for each other. The trace has no names of locks; between two threads
 * that have one lock each and want one more there is no doubt which is whose.
 */
final class Deadlock {
    private static final List<String> NAMES = List.of("lock A", "lock B");
    private static final Set<String> OWNED = Set.of("", "lock", "lockInterruptibly");

    /**
     * How far a thread had come.
     *
     * @param wanted index of the step that never ended
     * @param held indexes of the steps that took a lock and have not released it
     */
    private record Rest(int wanted, List<Integer> held) {}

    private final Timeline timeline;
    private final List<Rest> rests = new ArrayList<>();

    Deadlock(Timeline timeline) {
        this.timeline = timeline;
        for (int lane = 0; lane < timeline.lanes().size(); lane++) {
            rests.add(rest(lane));
        }
    }

    private Rest rest(int lane) {
        List<Integer> held = new ArrayList<>();
        int wanted = -1;
        for (int i = 0; i < timeline.steps().size(); i++) {
            Step step = timeline.steps().get(i);
            if (step.lane() != lane) {
                continue;
            }
            switch (step.action()) {
                case LOCK -> {
                    held.add(i);
                    wanted = i;
                }
                case UNLOCK -> {
                    if (!held.isEmpty()) {
                        held.remove(held.size() - 1);
                    }
                    wanted = -1;
                }
                // the explorer's word that it went no further
                case BLOCKED -> {}
                default -> wanted = -1;
            }
        }
        if (wanted >= 0) {
            held.remove(held.size() - 1);
        }
        return new Rest(wanted, held);
    }

    private boolean isPlain() {
        return rests.size() == 2
                && rests.stream()
                        .allMatch(rest -> rest.wanted() >= 0
                                && rest.held().size() == 1
                                && hasAnOwner(rest.wanted())
                                && hasAnOwner(rest.held().get(0)));
    }

    /** A monitor or a lock; of a permit, or an attempt to get one, nobody can tell whose it is. */
    private boolean hasAnOwner(int index) {
        String target = timeline.steps().get(index).target();
        return OWNED.contains(target.substring(target.lastIndexOf('.') + 1));
    }

    /** Returns the threads, what each has and wants; {@code null} where the trace does not tell. */
    @Nullable
    Knot knot() {
        if (!isPlain()) {
            return null;
        }
        List<Knot.Waiter> waiters = new ArrayList<>();
        for (int lane = 0; lane < 2; lane++) {
            Rest rest = rests.get(lane);
            Place at = timeline.steps().get(rest.wanted()).place();
            waiters.add(new Knot.Waiter(
                    timeline.lanes().get(lane),
                    Knot.Want.LOCK,
                    NAMES.get(1 - lane),
                    timeline.lanes().get(1 - lane),
                    at,
                    List.of(new Knot.Held(
                            NAMES.get(lane),
                            timeline.steps().get(rest.held().get(0)).place()))));
        }
        return new Knot(waiters, List.of());
    }

    /** Returns the interleaving, with waiting in place of the acquisitions that never ended. */
    Timeline timeline() {
        if (!isPlain()) {
            return timeline;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < timeline.steps().size(); i++) {
            Step step = timeline.steps().get(i);
            int lane = step.lane();
            Rest rest = rests.get(lane);
            if (i == rest.wanted()) {
                Message remark =
                        Message.of("engine.explore.has-it", timeline.lanes().get(1 - lane), NAMES.get(1 - lane));
                steps.add(new Step(lane, Action.BLOCKED, "", "", step.place(), remark));
            } else if (rest.held().contains(i)) {
                steps.add(new Step(lane, Action.LOCK, NAMES.get(lane), "", step.place(), null));
            } else if (step.action() != Action.BLOCKED || i < rest.wanted()) {
                steps.add(step);
            }
        }
        return new Timeline(timeline.lanes(), steps, timeline.fullTrace());
    }
}
