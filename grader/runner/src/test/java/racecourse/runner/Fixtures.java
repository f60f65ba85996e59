package racecourse.runner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** What several tests say about checks. */
final class Fixtures {
    static final Outcome CLEAN = new Outcome.Clean();
    static final Outcome POWERLESS = new Outcome.Powerless(Message.of("too-slow"));
    static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable(Message.of("no-such-system"));
    static final Outcome BROKEN = new Outcome.Broken("a bug of the kit");
    static final Evidence EVIDENCE = Evidence.of(Message.of("expected"), Message.of("observed"));
    static final Outcome VIOLATED = new Outcome.Violated(List.of(EVIDENCE));

    private Fixtures() {}

    /** Returns reports of all detectors of a check, in their order, as far as there are outcomes. */
    static Map<String, DetectorReport> reports(Check check, Outcome... outcomes) {
        Map<String, DetectorReport> reports = new HashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            Detector detector = check.detectors().get(i);
            reports.put(detector.id(), new DetectorReport(detector.id(), detector.engine(), outcomes[i], 1));
        }
        return reports;
    }

    static CheckResult result(String id, Verdict verdict) {
        return new CheckResult(id, verdict, List.of(), List.of());
    }
}
