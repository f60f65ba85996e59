package racecourse.checks.catalogue;

import java.util.List;

/**
 * Every rule of the kit: what detectors of the engine {@link racecourse.checks.protocol.Engine#RULE} ask. A rule's id
 * never changes, and is no check's. Its texts are in the bundle {@code rules-messages} under the id, as a check's are in
 * its lab's: {@code <id>.title}, {@code <id>.symptom}, {@code <id>.cause}, {@code <id>.look}, {@code <id>.concept}.
 */
public final class Rules {
    private Rules() {}

    /**
     * Returns the ids of all rules that some lab asks.
     *
     * @return ids such as {@code locks.one-section}, each once, sorted
     */
    public static List<String> ids() {
        return Labs.all().stream()
                .flatMap(lab -> lab.checks().stream())
                .flatMap(check -> check.detectors().stream())
                .flatMap(detector -> detector.detection().rules().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
