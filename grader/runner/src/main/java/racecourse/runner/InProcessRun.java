package racecourse.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Request;
import racecourse.checks.worker.Worker;

/** Runs the checks of a lab in this JVM, where a debugger can stop in the student's code. Nothing is isolated. */
public final class InProcessRun {
    private InProcessRun() {}

    /**
     * Runs every detector but the explorer's and the stress engine's, which want a JVM of their own.
     *
     * @param lab the lab
     * @param classPath the student's classes, which are on the class path of this JVM
     * @param seed the seed of everything random
     * @return the result; a check that has the engines left out is inconclusive unless it failed
     */
    public static LabResult of(Lab lab, List<Path> classPath, long seed) {
        Map<String, Engine> engines = new HashMap<>();
        for (Check check : lab.checks()) {
            for (Detector detector : check.detectors()) {
                if (Races.NONE.runs(detector.engine())) {
                    engines.put(detector.id(), detector.engine());
                }
            }
        }
        List<String> wanted = lab.checks().stream()
                .flatMap(check -> check.detectors().stream())
                .map(Detector::id)
                .filter(engines::containsKey)
                .toList();
        Findings findings = new Findings();
        Request request =
                new Request(lab.name(), classPath.stream().map(Path::toString).toList(), wanted, seed, null, true);
        Worker.run(request, frame -> {
            if (frame instanceof Frame.Finished finished) {
                Engine engine = engines.getOrDefault(finished.detector(), Engine.PROPERTY);
                findings.add(new DetectorReport(finished.detector(), engine, finished.outcome(), finished.millis()));
            }
        });
        Map<String, Verdict> verdicts = Judge.judge(lab.checks(), findings.reports());
        List<CheckResult> checks = new ArrayList<>();
        verdicts.forEach((id, verdict) -> checks.add(new CheckResult(id, verdict, List.of(), List.of())));
        return new LabResult(lab.name(), checks, "", findings.warnings());
    }
}
