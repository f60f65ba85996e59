package racecourse.runner;

import java.util.List;
import racecourse.checks.protocol.Evidence;

/**
 * One check of one submission, judged.
 *
 * @param id the check's id
 * @param verdict how it ended
 * @param reports what its detectors said, in the order of the catalogue; those that did not run are missing
 * @param advice what rules advise at no cost
 */
public record CheckResult(String id, Verdict verdict, List<DetectorReport> reports, List<Evidence> advice) {
    public CheckResult {
        reports = List.copyOf(reports);
        advice = List.copyOf(advice);
    }
}
