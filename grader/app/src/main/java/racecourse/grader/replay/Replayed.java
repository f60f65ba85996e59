package racecourse.grader.replay;

import java.util.List;
import racecourse.checks.protocol.Outcome;

/**
 * What came of a replay.
 *
 * @param asked what was repeated
 * @param trials for each time, the detectors in their order
 */
public record Replayed(Asked asked, List<List<Comparison>> trials) {
    public Replayed {
        trials = List.copyOf(trials);
    }

    /**
     * Returns whether the same was seen every time: by at least one detector, while none saw anything else. That a detector
     * that works with real threads sees nothing this time is chance; of the others it is a difference.
     */
    public boolean same() {
        return trials.stream().allMatch(trial -> trial.stream()
                        .anyMatch(one -> one.likeness().isSame()))
                && all().stream().noneMatch(Replayed::isDifferent);
    }

    private static boolean isDifferent(Comparison one) {
        return switch (one.likeness()) {
            case SAME, SAME_BUT_FOR_NUMBERS -> false;
            case UNSEEN -> !one.then().isLeftToChance();
            case OTHER -> true;
        };
    }

    /** Returns whether a detector failed itself. */
    public boolean broken() {
        return all().stream().anyMatch(one -> one.outcome() instanceof Outcome.Broken);
    }

    private List<Comparison> all() {
        return trials.stream().flatMap(List::stream).toList();
    }
}
