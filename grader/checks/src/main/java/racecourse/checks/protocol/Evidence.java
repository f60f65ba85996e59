package racecourse.checks.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was observed or proven against a submission: the facts that a reader gets, in the order in which they are shown.
 *
 * @param expected what the contract demands
 * @param observed what was seen instead
 * @param where lines of the submission, most telling first
 * @param timeline the interleaving, or {@code null}
 * @param table the frequency table, or {@code null}
 * @param dump a thread dump in the submission's lines, or {@code null}
 * @param knot the threads that wait for ever, or {@code null}
 * @param why the cause, named only where the evidence shows it, or {@code null}
 * @param hint what to try, or {@code null}
 * @param rule id of the rule that says so, {@code locks.one-section}, or {@code null} where no rule does
 */
public record Evidence(
        Message expected,
        Message observed,
        List<Place> where,
        @Nullable Timeline timeline,
        @Nullable OutcomeTable table,
        @Nullable String dump,
        @Nullable Knot knot,
        @Nullable Message why,
        @Nullable Message hint,
        @Nullable String rule) {

    public Evidence {
        where = List.copyOf(where);
    }

    /**
     * Makes evidence of the two facts that every piece has.
     *
     * @param expected what the contract demands
     * @param observed what was seen instead
     * @return the evidence, to be filled up
     */
    public static Evidence of(Message expected, Message observed) {
        return new Evidence(expected, observed, List.of(), null, null, null, null, null, null, null);
    }

    /** Returns the same against this demand of the contract. */
    public Evidence against(Message demand) {
        return new Evidence(demand, observed, where, timeline, table, dump, knot, why, hint, rule);
    }

    /** Returns the same with these lines. */
    public Evidence at(List<Place> places) {
        return new Evidence(expected, observed, places, timeline, table, dump, knot, why, hint, rule);
    }

    /** Returns the same with this interleaving. */
    public Evidence along(Timeline steps) {
        return new Evidence(expected, observed, where, steps, table, dump, knot, why, hint, rule);
    }

    /** Returns the same with this frequency table. */
    public Evidence counted(OutcomeTable outcomes) {
        return new Evidence(expected, observed, where, timeline, outcomes, dump, knot, why, hint, rule);
    }

    /** Returns the same with this thread dump. */
    public Evidence dumped(String threads) {
        return new Evidence(expected, observed, where, timeline, table, threads, knot, why, hint, rule);
    }

    /** Returns the same with these threads that wait for ever. */
    public Evidence tied(Knot waiting) {
        return new Evidence(expected, observed, where, timeline, table, dump, waiting, why, hint, rule);
    }

    /** Returns the same with this cause. */
    public Evidence because(Message cause) {
        return new Evidence(expected, observed, where, timeline, table, dump, knot, cause, hint, rule);
    }

    /** Returns the same with this advice on what to try. */
    public Evidence hinting(Message advice) {
        return new Evidence(expected, observed, where, timeline, table, dump, knot, why, advice, rule);
    }

    /** Returns the same, said by this rule. */
    public Evidence ruledBy(String id) {
        return new Evidence(expected, observed, where, timeline, table, dump, knot, why, hint, id);
    }
}
