package racecourse.grader.replay;

import racecourse.checks.protocol.Outcome;
import racecourse.runner.DetectorReport;

/**
 * One detector, then and now.
 *
 * @param then what it saw then
 * @param now what it sees now
 * @param outcome what it says now
 * @param likeness how alike both are
 */
public record Comparison(Finding then, Finding now, Outcome outcome, Likeness likeness) {
    static Comparison of(Finding then, DetectorReport report) {
        Finding now = Finding.of(report);
        return new Comparison(then, now, report.outcome(), then.likenessOf(now));
    }
}
