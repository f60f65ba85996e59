package racecourse.checks.protocol;

import java.util.List;

/**
 * How often each outcome was seen in a stress run.
 *
 * @param scenario the scenario's name
 * @param rows the outcomes, most frequent first
 * @param flags JVM flags and mode of the run that showed them
 */
public record OutcomeTable(String scenario, List<Row> rows, String flags) {
    public OutcomeTable {
        rows = List.copyOf(rows);
    }

    /**
     * Returns how many runs there were.
     *
     * @return the sum of all counts
     */
    public long samples() {
        return rows.stream().mapToLong(Row::count).sum();
    }

    /**
     * One outcome.
     *
     * @param outcome the result, {@code 99}
     * @param forbidden whether the contract forbids it
     * @param count how often it was seen
     * @param meaning what it means
     */
    public record Row(String outcome, boolean forbidden, long count, String meaning) {}
}
