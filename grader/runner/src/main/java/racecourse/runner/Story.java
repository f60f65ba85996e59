package racecourse.runner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;

/**
 * What there is to tell of a check that failed, each fact once, whatever the format: of several detectors that saw the
 * same, the one that tells most.
 *
 * @param expected what the contract demands
 * @param observed what was seen instead, most telling first
 * @param where lines of the submission
 * @param timeline the interleaving, or {@code null}
 * @param table the outcomes, or {@code null}
 * @param knot threads that wait for ever, or {@code null}
 * @param since what the threads of the knot did last in the interleaving, by thread
 * @param dump threads that are stuck, or {@code null}
 * @param why the cause, or {@code null}
 * @param correct what a correct run looks like
 * @param hint what to try, or {@code null}
 */
public record Story(
        Message expected,
        List<Message> observed,
        List<Place> where,
        @Nullable Timeline timeline,
        @Nullable OutcomeTable table,
        @Nullable Knot knot,
        Map<String, Step> since,
        @Nullable String dump,
        @Nullable Message why,
        List<Message> correct,
        @Nullable Message hint) {
    private static final String STUCK = "engine.stuck.";
    private static final String LOST_WRITE = "engine.explore.lost-write";

    public Story {
        observed = List.copyOf(observed);
        where = List.copyOf(where);
        since = Map.copyOf(since);
        correct = List.copyOf(correct);
    }

    /**
     * Makes the story of a verdict.
     *
     * @param failed the verdict
     * @return what there is to tell
     */
    public static Story of(Verdict.Failed failed) {
        List<Evidence> all = failed.evidence();
        List<Evidence> told = told(all);
        Optional<Evidence> tied =
                all.stream().filter(evidence -> evidence.knot() != null).max(Comparator.comparingInt(Story::untangled));
        Knot knot = tied.map(Evidence::knot).orElse(null);
        Timeline own = tied.map(Evidence::timeline).orElse(null);
        Timeline timeline = own != null
                ? asleep(own, knot)
                : present(all, Evidence::timeline)
                        .max(Comparator.comparingLong(Story::tells))
                        .orElse(null);
        OutcomeTable table = present(all, Evidence::table).findFirst().orElse(null);
        // the cause and the advice of the same run, so that all of the card is about one thing
        List<Evidence> causes =
                tied.filter(evidence -> evidence.why() != null).map(List::of).orElse(all);
        return new Story(
                all.get(0).expected(),
                told.stream().map(Evidence::observed).distinct().toList(),
                told.stream()
                        .flatMap(evidence -> evidence.where().stream())
                        .distinct()
                        .toList(),
                timeline,
                table,
                knot,
                own == null ? Map.of() : lastSteps(own),
                tied.map(Evidence::dump)
                        .or(() -> present(all, Evidence::dump).findFirst())
                        .orElse(null),
                present(causes, Evidence::why).findFirst().orElse(null),
                correct(timeline, table, knot),
                present(causes, Evidence::hint)
                        .findFirst()
                        .or(() -> present(all, Evidence::hint).findFirst())
                        .orElse(null));
    }

    private static <T> Stream<T> present(List<Evidence> all, Function<Evidence, @Nullable T> part) {
        List<T> parts = new ArrayList<>();
        for (Evidence evidence : all) {
            T found = part.apply(evidence);
            if (found != null) {
                parts.add(found);
            }
        }
        return parts.stream();
    }

    /** That other threads got stuck in other runs too is no other fact. */
    private static List<Evidence> told(List<Evidence> all) {
        List<Evidence> told = new ArrayList<>();
        for (Evidence evidence : all) {
            String key = evidence.observed().key();
            boolean known = key.startsWith(STUCK)
                    && told.stream().anyMatch(other -> other.observed().key().equals(key));
            if (!known) {
                told.add(evidence);
            }
        }
        return told;
    }

    /** A circle says more than a heap of sleepers, two threads more than five, and lines more than none. */
    private static int untangled(Evidence evidence) {
        Knot knot = Objects.requireNonNull(evidence.knot());
        boolean lines = knot.waiters().stream()
                .flatMap(waiter -> waiter.holds().stream())
                .anyMatch(held -> held.since() != null);
        return (knot.circle().isEmpty() ? 0 : 2_000)
                + (lines ? 1_000 : 0)
                - knot.waiters().size();
    }

    /** Of several interleavings the one with reads and writes tells most. */
    private static long tells(Timeline timeline) {
        return timeline.steps().stream()
                .filter(step -> step.action() == Step.Action.READ || step.action() == Step.Action.WRITE)
                .count();
    }

    private static Map<String, Step> lastSteps(Timeline timeline) {
        Map<String, Step> last = new HashMap<>();
        timeline.steps().forEach(step -> last.put(timeline.lanes().get(step.lane()), step));
        return last;
    }

    /** Who is asleep for ever has that as its last step. */
    private static Timeline asleep(Timeline timeline, @Nullable Knot knot) {
        if (knot == null) {
            return timeline;
        }
        List<Step> steps = new ArrayList<>(timeline.steps());
        for (Knot.Waiter waiter : knot.waiters()) {
            int lane = timeline.lanes().indexOf(waiter.thread());
            if (lane >= 0 && waiter.want() == Knot.Want.SIGNAL) {
                steps.add(new Step(lane, Step.Action.WAIT, "", "", waiter.at(), Message.of("knot.for-ever")));
            }
        }
        return new Timeline(timeline.lanes(), steps, timeline.fullTrace());
    }

    private static List<Message> correct(
            @Nullable Timeline timeline, @Nullable OutcomeTable table, @Nullable Knot knot) {
        List<Message> correct = new ArrayList<>();
        if (knot != null && !knot.circle().isEmpty()) {
            correct.add(Message.of("correct.circle"));
        } else if (knot != null && knot.waiters().stream().allMatch(waiter -> waiter.want() == Knot.Want.SIGNAL)) {
            correct.add(Message.of("correct.signal"));
        }
        if (timeline != null && timeline.steps().stream().anyMatch(Story::isLostWrite)) {
            correct.add(Message.of("correct.update"));
        }
        if (table != null) {
            correct.add(Message.of(
                    "correct.outcomes",
                    table.rows().stream()
                            .filter(row -> !row.forbidden())
                            .map(row -> row.outcome() + " (" + row.meaning() + ")")
                            .collect(Collectors.joining(", "))));
        }
        return correct;
    }

    private static boolean isLostWrite(Step step) {
        Message remark = step.remark();
        return remark != null && remark.key().equals(LOST_WRITE);
    }
}
