package racecourse.checks.engine.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;

/** Finds the moment of a lost update: a write over another thread's, by one that had read before it. */
final class LostWrites {
    private LostWrites() {}

    /** What a thread has read, and not written since. */
    private record Read(int lane, String target) {}

    /** Returns the steps, those writes marked that lose another's. */
    static List<Step> marked(List<Step> steps, List<String> lanes) {
        // who has written since that read
        Map<Read, Set<Integer>> since = new HashMap<>();
        List<Step> marked = new ArrayList<>();
        for (Step step : steps) {
            Read own = new Read(step.lane(), step.target());
            Step shown = step;
            if (step.action() == Action.READ) {
                since.put(own, new HashSet<>());
            } else if (step.action() == Action.WRITE) {
                Set<Integer> others = since.remove(own);
                if (others != null && others.size() == 1) {
                    String other = lanes.get(others.iterator().next());
                    shown = remarked(step, Message.of("engine.explore.lost-write", other));
                }
                since.forEach((read, writers) -> {
                    if (read.target().equals(step.target()) && read.lane() != step.lane()) {
                        writers.add(step.lane());
                    }
                });
            }
            marked.add(shown);
        }
        return marked;
    }

    private static Step remarked(Step step, Message remark) {
        return new Step(step.lane(), step.action(), step.target(), step.value(), step.place(), remark);
    }
}
