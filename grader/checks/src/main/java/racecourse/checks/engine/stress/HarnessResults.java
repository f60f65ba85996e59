package racecourse.checks.engine.stress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import racecourse.checks.protocol.OutcomeTable;

/**
 * What the official harness has written of one scenario, read and graded by its own classes.
 *
 * @param rows each outcome, summed up over all configurations
 * @param configurations how many of them were run
 * @param errors what went wrong in others
 */
record HarnessResults(List<OutcomeTable.Row> rows, int configurations, Set<String> errors) {
    static final HarnessResults NONE = new HarnessResults(List.of(), 0, Set.of());

    HarnessResults {
        rows = List.copyOf(rows);
        errors = Set.copyOf(errors);
    }

    /** Reads a file; one that ends too early is read as far as it goes. */
    static HarnessResults read(Path file) {
        InProcessCollector results = new InProcessCollector();
        try {
            DiskReadCollector reader = new DiskReadCollector(file.toString(), results);
            try {
                reader.dump();
            } finally {
                reader.close();
            }
        } catch (IOException | ClassNotFoundException e) {
            // the harness was ended in the middle of a line
        }
        Map<String, OutcomeTable.Row> rows = new TreeMap<>();
        Set<String> errors = new TreeSet<>();
        int configurations = 0;
        for (TestResult result : results.getTestResults()) {
            if (result.status() != Status.NORMAL) {
                errors.add(result.status().name());
                continue;
            }
            configurations++;
            for (GradingResult graded : result.grading().gradingResults.values()) {
                if (graded.count > 0) {
                    rows.merge(graded.id, row(graded), HarnessResults::sum);
                }
            }
        }
        return new HarnessResults(List.copyOf(rows.values()), configurations, errors);
    }

    private static OutcomeTable.Row row(GradingResult graded) {
        return new OutcomeTable.Row(graded.id, graded.expect == Expect.FORBIDDEN, graded.count, graded.description);
    }

    private static OutcomeTable.Row sum(OutcomeTable.Row one, OutcomeTable.Row other) {
        return new OutcomeTable.Row(one.outcome(), one.forbidden(), one.count() + other.count(), one.meaning());
    }

    OutcomeTable table(Class<?> scenario) {
        List<OutcomeTable.Row> ordered = rows.stream()
                .sorted(Comparator.comparingLong(OutcomeTable.Row::count).reversed())
                .toList();
        return new OutcomeTable(
                scenario.getSimpleName(), ordered, "official harness, " + configurations + " configurations");
    }
}
