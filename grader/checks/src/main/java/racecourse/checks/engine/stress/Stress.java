package racecourse.checks.engine.stress;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;

/** Runs jcstress scenarios against a submission and grades what was seen. */
public final class Stress {
    /** What shows a race here, once the controls have held in this JVM; they are not repeated for every scenario. */
    private static StressRun.@Nullable Effort effort;

    private Stress() {}

    /**
     * Makes a detection of a scenario.
     *
     * @param scenario a class with {@code @JCStressTest}
     * @param expected what the contract demands
     * @param hint what to try when it is not so
     * @return the detection; without power where the planted race was not seen or the planted correct class was accused
     */
    public static Detection of(Class<?> scenario, Message expected, Message hint) {
        return subject -> {
            OutcomeTable table = StressRun.of(scenario, subject, control()).table();
            String forbidden = table.rows().stream()
                    .filter(OutcomeTable.Row::forbidden)
                    .map(row -> row.outcome() + " (" + row.meaning() + "), " + row.count() + " times")
                    .collect(Collectors.joining("; "));
            if (!forbidden.isEmpty()) {
                throw new Violation(Evidence.of(expected, Message.of("engine.stress.saw", forbidden, table.samples()))
                        .counted(table)
                        .hinting(hint));
            }
            return new Outcome.Clean();
        };
    }

    private static synchronized StressRun.Effort control() {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new Powerless(Message.of("engine.stress.one-processor"));
        }
        if (effort != null) {
            return effort;
        }
        if (StressRun.of(PlantedGuarded.class, null, StressRun.Effort.USUAL).hasSeenForbidden()) {
            throw new Powerless(Message.of("engine.control.accused", "PlantedGuarded"));
        }
        StressRun racy = StressRun.of(PlantedRacy.class, null, StressRun.Effort.UTMOST);
        if (!racy.hasSeenForbidden()) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
        effort = racy.spent().twice();
        return effort;
    }
}
