package racecourse.grader.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;

/**
 * A piece of evidence without its words: what two runs have in common that saw the same.
 *
 * @param kind key of the sentence that says what was observed
 * @param facts what is filled in there
 * @param lines the submission's lines
 * @param moves the interleaving; empty where there is none
 * @param counts the frequency table; empty where there is none
 */
public record Sight(String kind, List<String> facts, List<Line> lines, List<Move> moves, List<Count> counts) {
    public Sight {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        moves = List.copyOf(moves);
        counts = List.copyOf(counts);
    }

    /**
     * A line of the submission.
     *
     * @param file path below the sources
     * @param number from 1; 0 where it is not known
     */
    public record Line(String file, int number) {
        static Line of(Place place) {
            return new Line(place.file(), place.line());
        }
    }

    /**
     * A step of an interleaving.
     *
     * @param thread 0 for the first
     * @param action what it did
     * @param target the field, lock or method
     * @param value what was read, written or returned
     * @param line the line, or {@code null}
     */
    public record Move(
            int thread,
            Step.Action action,
            String target,
            String value,
            @Nullable Line line) {}

    /**
     * How often an outcome was seen.
     *
     * @param outcome the outcome
     * @param forbidden whether the contract forbids it
     * @param times how often
     */
    public record Count(String outcome, boolean forbidden, long times) {}

    /** Returns what is left of a piece of evidence. */
    static Sight of(Evidence evidence) {
        Timeline timeline = evidence.timeline();
        OutcomeTable table = evidence.table();
        return new Sight(
                evidence.observed().key(),
                evidence.observed().arguments(),
                evidence.where().stream().map(Line::of).toList(),
                timeline == null
                        ? List.of()
                        : timeline.steps().stream().map(Sight::move).toList(),
                table == null
                        ? List.of()
                        : table.rows().stream().map(Sight::count).toList());
    }

    private static Move move(Step step) {
        Place place = step.place();
        return new Move(step.lane(), step.action(), step.target(), step.value(), place == null ? null : Line.of(place));
    }

    private static Count count(OutcomeTable.Row row) {
        return new Count(row.outcome(), row.forbidden(), row.count());
    }
}
