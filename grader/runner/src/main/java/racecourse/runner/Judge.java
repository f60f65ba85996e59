package racecourse.runner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Makes verdicts of what detectors said. A pure function: the same reports, the same verdicts. */
final class Judge {
    /** Why a check is undecided whose race engines were left out; nothing else has spoken against it. */
    static final String RACES_LEFT_OUT = "runner.races-left-out";

    private Judge() {}

    /**
     * Judges checks in the order of the catalogue, in which prerequisites come first.
     *
     * @param checks the checks
     * @param reports what detectors said, by their ids
     * @return the verdicts, by the checks' ids, in the same order
     */
    static Map<String, Verdict> judge(List<Check> checks, Map<String, DetectorReport> reports) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Check check : checks) {
            verdicts.put(check.id(), verdict(check, reports, verdicts));
        }
        return verdicts;
    }

    /** Returns whether all prerequisites of a check have passed. */
    static boolean mayRun(Check check, Map<String, Verdict> verdicts) {
        return check.needs().stream().allMatch(id -> verdicts.get(id) instanceof Verdict.Passed);
    }

    private static Verdict verdict(Check check, Map<String, DetectorReport> reports, Map<String, Verdict> verdicts) {
        for (String id : check.needs()) {
            Verdict need = verdicts.get(id);
            if (need == null) {
                return new Verdict.GraderError(check.id() + " needs " + id + ", which comes later or not at all");
            }
            if (!(need instanceof Verdict.Passed)) {
                return new Verdict.Blocked(id, need.isLost());
            }
        }
        return byDetectors(check, reports);
    }

    private static Verdict byDetectors(Check check, Map<String, DetectorReport> reports) {
        List<Evidence> evidence = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<Message> powerless = new ArrayList<>();
        List<Message> notApplicable = new ArrayList<>();
        Set<FaultClass> looked = new HashSet<>();
        for (Detector detector : check.detectors()) {
            DetectorReport report = reports.get(detector.id());
            if (detector.engine() == Engine.HARNESS && !sawSomething(report)) {
                continue;
            }
            if (report == null) {
                powerless.add(didNotRun(detector));
            } else if (report.outcome() instanceof Outcome.Violated violated) {
                evidence.addAll(violated.evidence());
            } else if (report.outcome() instanceof Outcome.Clean) {
                looked.addAll(detector.sees());
            } else if (report.outcome() instanceof Outcome.Powerless silent) {
                powerless.add(silent.reason());
            } else if (report.outcome() instanceof Outcome.NotApplicable no) {
                notApplicable.add(no.reason());
            } else if (report.outcome() instanceof Outcome.Broken error) {
                broken.add(detector.id() + ": " + error.error());
            }
        }
        if (!evidence.isEmpty()) {
            return new Verdict.Failed(evidence);
        }
        if (looked.containsAll(check.covers()) && !check.covers().isEmpty()) {
            return anyNeeded(check, reports);
        }
        if (!broken.isEmpty()) {
            return new Verdict.GraderError(String.join("\n", broken));
        }
        if (!notApplicable.isEmpty() && powerless.isEmpty()) {
            return new Verdict.NotApplicable(notApplicable.get(0));
        }
        // that races were left out is the last reason to be named
        return new Verdict.Inconclusive(powerless.stream()
                .min(Comparator.comparing(reason -> reason.key().equals(RACES_LEFT_OUT)))
                .orElse(Message.of("runner.nothing-looked", check.id())));
    }

    /**
     * Where several detectors of a check look at different facts of one class, all but those that this machine keeps
     * from looking have to have looked: otherwise what did not come back, or was never sent, would count as passed.
     */
    private static Verdict anyNeeded(Check check, Map<String, DetectorReport> reports) {
        Message leftOut = null;
        for (Detector detector : check.detectors()) {
            DetectorReport report = reports.get(detector.id());
            if (detector.engine() == Engine.HARNESS) {
                continue;
            }
            if (report == null) {
                if (Races.NONE.runs(detector.engine())) {
                    return new Verdict.Inconclusive(didNotRun(detector));
                }
                leftOut = leftOut == null ? didNotRun(detector) : leftOut;
            } else if (!isStandIn(detector) && report.outcome() instanceof Outcome.Powerless silent) {
                return new Verdict.Inconclusive(silent.reason());
            } else if (report.outcome() instanceof Outcome.Broken error) {
                return new Verdict.GraderError(detector.id() + ": " + error.error());
            }
        }
        return leftOut == null ? new Verdict.Passed() : new Verdict.Inconclusive(leftOut);
    }

    /** The official harness can only add evidence: that it saw nothing, or could not look, changes no verdict. */
    private static boolean sawSomething(@Nullable DetectorReport report) {
        return report != null && report.outcome() instanceof Outcome.Violated;
    }

    private static Message didNotRun(Detector detector) {
        return Message.of(Races.NONE.runs(detector.engine()) ? "runner.did-not-run" : RACES_LEFT_OUT, detector.id());
    }

    /** Explorer and stress look at what others of the check look at too, with other means. */
    private static boolean isStandIn(Detector detector) {
        return switch (detector.engine()) {
            case EXPLORER, STRESS, HARNESS, RULE -> true;
            case PROPERTY, RENDEZVOUS, PROCESSES -> false;
        };
    }
}
