package racecourse.checks.catalogue;

import java.util.Set;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.FaultClass;

/**
 * One way of looking for the faults of a check.
 *
 * @param id the check's id, a slash, and a name: {@code counter.no-lost-update/two-meet}
 * @param engine the means
 * @param sees the classes of faults that it would see if they were there
 * @param detection the code
 */
public record Detector(String id, Engine engine, Set<FaultClass> sees, Detection detection) {
    public Detector {
        sees = Set.copyOf(sees);
    }
}
