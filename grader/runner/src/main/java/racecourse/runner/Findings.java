package racecourse.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Frame;

/** What has come in about one lab of one submission so far. Thread-safe. */
final class Findings {
    /** More than anybody reads about one check. */
    private static final int MOST_ADVICE = 40;

    private final Map<String, DetectorReport> reports = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> advice = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final StringBuilder printed = new StringBuilder();

    synchronized void add(DetectorReport report) {
        reports.put(report.id(), report);
    }

    synchronized void advice(String detector, Evidence evidence) {
        String check = detector.substring(0, Math.max(0, detector.indexOf('/')));
        List<Evidence> given = advice.computeIfAbsent(check, id -> new ArrayList<>());
        if (given.size() < MOST_ADVICE) {
            given.add(evidence);
        }
    }

    synchronized void printed(String text) {
        if (printed.isEmpty()) {
            printed.append(text);
        }
    }

    synchronized void problem(String text) {
        warnings.add(text);
    }

    synchronized void ready(Frame.Ready ready) {
        String kit = KitVersion.text();
        if (!ready.contract().isEmpty() && !kit.isEmpty() && !ready.contract().equals(kit)) {
            warnings.add("the checks are of version " + ready.contract() + ", the runner of " + kit);
        }
    }

    synchronized Map<String, DetectorReport> reports() {
        return Map.copyOf(reports);
    }

    synchronized List<Evidence> adviceOf(String check) {
        return List.copyOf(advice.getOrDefault(check, List.of()));
    }

    synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    synchronized String printed() {
        return printed.toString();
    }
}
