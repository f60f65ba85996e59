package racecourse.checks.engine.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;

/** Reduces the explorer's steps to those that a reader needs: what the submission's own lines read, write and lock. */
final class Interleaving {
    private static final Set<String> LOCKS = Set.of(
            "lock",
            "lockInterruptibly",
            "acquire",
            "acquireUninterruptibly",
            "writeLock",
            "readLock",
            "tryLock",
            "tryAcquire");
    private static final Set<String> UNLOCKS = Set.of("unlock", "release", "unlockWrite", "unlockRead");
    private static final int MOST_STEPS = 40;

    private final Map<String, String> files = new HashMap<>();
    private final List<TraceStep> trace;
    private final String fullTrace;

    Interleaving(Subject subject, List<TraceStep> trace, String fullTrace) {
        subject.sourceFiles().forEach(file -> files.put(file.substring(file.lastIndexOf('/') + 1), file));
        this.trace = trace;
        this.fullTrace = fullTrace;
    }

    Timeline timeline() {
        List<Step> steps = new ArrayList<>();
        for (TraceStep step : trace) {
            String file = files.get(step.file());
            if (step.thread() > 0 && file != null) {
                add(steps, step, new Place(file, step.line(), null));
            } else if (step.thread() > 0
                    && step.action() == TraceStep.Action.SWITCH
                    && !step.value().isEmpty()) {
                blocked(steps, step);
            }
        }
        int lanes = trace.stream().mapToInt(TraceStep::thread).max().orElse(0);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            names.add("thread " + (char) ('A' + i));
        }
        return new Timeline(
                names, LostWrites.marked(steps.stream().limit(MOST_STEPS).toList(), names), fullTrace);
    }

    private static void add(List<Step> steps, TraceStep step, Place place) {
        String member = step.target().substring(step.target().lastIndexOf('.') + 1);
        Action action =
                switch (step.action()) {
                    case READ -> Action.READ;
                    case WRITE -> Action.WRITE;
                    case LOCK -> Action.LOCK;
                    case UNLOCK -> Action.UNLOCK;
                    case WAIT, PARK -> Action.WAIT;
                    case NOTIFY, UNPARK -> Action.NOTIFY;
                    case THROW -> Action.THROW;
                    case CALL -> called(member);
                    case RETURN, SWITCH, LOOP, OTHER -> Action.OTHER;
                };
        if (action != Action.OTHER) {
            steps.add(new Step(step.thread() - 1, action, step.target(), step.value(), place, null));
        }
    }

    private static Action called(String method) {
        if (LOCKS.contains(method)) {
            return Action.LOCK;
        }
        return UNLOCKS.contains(method) ? Action.UNLOCK : Action.OTHER;
    }

    private void blocked(List<Step> steps, TraceStep step) {
        steps.add(new Step(step.thread() - 1, Action.BLOCKED, "", step.value(), null, null));
    }

    /** The first read and write of the submission's lines, each place once. */
    static List<Place> firstPlaces(Timeline timeline) {
        return timeline.steps().stream()
                .filter(step -> step.action() == Action.READ || step.action() == Action.WRITE)
                .map(Step::place)
                .filter(place -> place != null)
                .distinct()
                .limit(3)
                .toList();
    }

    /** The last place of each thread. */
    static List<Place> lastPlaces(Timeline timeline) {
        Map<Integer, Place> last = new HashMap<>();
        for (Step step : timeline.steps()) {
            if (step.place() != null) {
                last.put(step.lane(), step.place());
            }
        }
        return List.copyOf(last.values());
    }
}
