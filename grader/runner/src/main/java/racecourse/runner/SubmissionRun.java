package racecourse.runner;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.protocol.Allowance;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Outcome;

/**
 * Grades labs of one submission in worker JVMs, a few at a time. The detectors of prerequisites run first; what needs
 * them runs when they have passed. What the stress engine could not see while something else was running it looks at once
 * more, alone. The official harness comes last.
 */
public final class SubmissionRun {
    /** Workers for behaviour wait more than they work, so the others find a processor. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() > 1 ? 5 : 1;

    /** So many detectors of one lab are one worker's work at a time. */
    private static final int PIECE = 12;

    private final WorkerPool pool;
    private final long seed;
    private final Races races;
    private final Consumer<String> progress;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Map<WorkerGroup, Integer> busy = new EnumMap<>(WorkerGroup.class);
    private int running;

    /**
     * Prepares a run.
     *
     * @param pool where the workers come from
     * @param seed the seed of everything random
     * @param races how much is done to find races
     * @param progress told what is being done, on any thread
     */
    public SubmissionRun(WorkerPool pool, long seed, Races races, Consumer<String> progress) {
        this.pool = pool;
        this.seed = seed;
        this.races = races;
        this.progress = progress;
    }

    /** A piece of work that wants a worker of a group. */
    private record Job(WorkerGroup group, String text, Work work) {}

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    /**
     * Grades.
     *
     * @param labs the labs, each with the directories of its compiled classes
     * @return the results in the same order
     * @throws InterruptedException if the caller is interrupted; the workers that are busy are ended then
     */
    public List<LabResult> grade(Map<Lab, List<Path>> labs) throws InterruptedException {
        Map<Lab, Findings> findings = look(labs);
        return results(findings);
    }

    /**
     * Grades, and has the official harness look too.
     *
     * @param labs the labs, each with the directories of its compiled classes
     * @param thoroughness what the harness may use
     * @return the results in the same order
     * @throws InterruptedException if the caller is interrupted; the workers that are busy are ended then
     */
    public List<LabResult> grade(Map<Lab, List<Path>> labs, Thoroughness thoroughness) throws InterruptedException {
        Map<Lab, Findings> findings = look(labs);
        Map<Lab, List<Detector>> official = new LinkedHashMap<>();
        findings.forEach((lab, own) -> {
            Map<String, Verdict> verdicts = Judge.judge(lab.checks(), own.reports());
            official.put(
                    lab,
                    detectors(
                            lab.checks().stream()
                                    .filter(check -> Judge.mayRun(check, verdicts))
                                    .toList(),
                            WorkerGroup.HARNESS));
        });
        int scenarios = official.values().stream().mapToInt(List::size).sum();
        // one after the other: each wants all processors
        Allowance share = new Allowance(
                thoroughness.budget().toMillis() / Math.max(1, scenarios),
                thoroughness.reports().toAbsolutePath().toString());
        for (Map.Entry<Lab, List<Detector>> entry : official.entrySet()) {
            Lab lab = entry.getKey();
            for (Detector detector : entry.getValue()) {
                progress.accept(detector.id());
                new DetectorRun(
                                pool,
                                WorkerGroup.HARNESS,
                                lab.name(),
                                labs.getOrDefault(lab, List.of()),
                                seed,
                                share,
                                List.of(detector),
                                findings.getOrDefault(lab, new Findings()))
                        .run();
            }
        }
        return results(findings);
    }

    private Map<Lab, Findings> look(Map<Lab, List<Path>> labs) throws InterruptedException {
        Map<Lab, Findings> findings = new LinkedHashMap<>();
        labs.forEach((lab, classPath) -> {
            Findings own = new Findings();
            findings.put(lab, own);
            add(new Job(WorkerGroup.BEHAVIOUR, lab.name(), () -> begin(lab, classPath, own)));
        });
        workOff();
        for (Map.Entry<Lab, Findings> entry : findings.entrySet()) {
            again(entry.getKey(), labs.getOrDefault(entry.getKey(), List.of()), entry.getValue());
        }
        return findings;
    }

    private List<LabResult> results(Map<Lab, Findings> findings) {
        List<LabResult> results = new ArrayList<>();
        findings.forEach((lab, own) -> results.add(result(lab, own)));
        return results;
    }

    private void workOff() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                ends.add(threads.submit(() -> {
                    for (Job job = next(); job != null; job = next()) {
                        try {
                            progress.accept(job.text());
                            job.work().run();
                        } finally {
                            done(job);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private synchronized void add(Job job) {
        jobs.add(job);
        notifyAll();
    }

    /** Returns the first job whose group has a worker to spare, or {@code null} when all work is done. */
    private synchronized @Nullable Job next() throws InterruptedException {
        while (true) {
            for (Job job : jobs) {
                if (busy.getOrDefault(job.group(), 0) < job.group().most()) {
                    jobs.remove(job);
                    busy.merge(job.group(), 1, Integer::sum);
                    running++;
                    return job;
                }
            }
            if (jobs.isEmpty() && running == 0) {
                return null;
            }
            wait();
        }
    }

    private synchronized void done(Job job) {
        busy.merge(job.group(), -1, Integer::sum);
        running--;
        notifyAll();
    }

    /** Prerequisites first; then the rest of this group, while the other groups get their work. */
    private void begin(Lab lab, List<Path> classPath, Findings findings) throws InterruptedException {
        Set<String> needed = lab.checks().stream()
                .flatMap(check -> check.needs().stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<Boolean, List<Check>> parts =
                lab.checks().stream().collect(Collectors.partitioningBy(check -> needed.contains(check.id())));
        for (WorkerGroup group : EnumSet.complementOf(EnumSet.of(WorkerGroup.HARNESS))) {
            run(group, lab, classPath, detectors(parts.getOrDefault(true, List.of()), group), findings);
        }
        Map<String, Verdict> soFar = Judge.judge(lab.checks(), findings.reports());
        List<Check> rest = parts.getOrDefault(false, List.of()).stream()
                .filter(check -> Judge.mayRun(check, soFar))
                .toList();
        for (WorkerGroup group : List.of(WorkerGroup.EXPLORER, WorkerGroup.STRESS, WorkerGroup.RULES)) {
            addAll(group, List.of(detectors(rest, group)), lab, classPath, findings);
        }
        List<List<Detector>> pieces = pieces(detectors(rest, WorkerGroup.BEHAVIOUR));
        addAll(WorkerGroup.BEHAVIOUR, pieces.subList(1, pieces.size()), lab, classPath, findings);
        run(WorkerGroup.BEHAVIOUR, lab, classPath, pieces.get(0), findings);
    }

    private void addAll(
            WorkerGroup group, List<List<Detector>> pieces, Lab lab, List<Path> classPath, Findings findings) {
        String text = lab.name() + ", " + group.name().toLowerCase(Locale.ROOT);
        for (List<Detector> piece : pieces) {
            if (!piece.isEmpty()) {
                add(new Job(group, text, () -> run(group, lab, classPath, piece, findings)));
            }
        }
    }

    /** Cuts a lab's work so that two workers end together. What waits for other processes waits longest and goes first. */
    private static List<List<Detector>> pieces(List<Detector> detectors) {
        List<Detector> ordered = new ArrayList<>(detectors);
        ordered.sort(Comparator.comparing(detector -> detector.engine() != Engine.PROCESSES));
        List<List<Detector>> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < ordered.size(); from += PIECE) {
            pieces.add(ordered.subList(from, Math.min(from + PIECE, ordered.size())));
        }
        return pieces;
    }

    private List<Detector> detectors(List<Check> checks, WorkerGroup group) {
        return checks.stream()
                .flatMap(check -> check.detectors().stream())
                .filter(detector -> WorkerGroup.of(detector.engine()) == group && races.runs(detector.engine()))
                .toList();
    }

    private void run(WorkerGroup group, Lab lab, List<Path> classPath, List<Detector> detectors, Findings findings)
            throws InterruptedException {
        if (!detectors.isEmpty()) {
            new DetectorRun(pool, group, lab.name(), classPath, seed, null, detectors, findings).run();
        }
    }

    private void again(Lab lab, List<Path> classPath, Findings findings) throws InterruptedException {
        Map<String, Verdict> verdicts = Judge.judge(lab.checks(), findings.reports());
        List<Detector> silent = lab.checks().stream()
                .filter(check -> verdicts.get(check.id()) instanceof Verdict.Inconclusive)
                .flatMap(check -> check.detectors().stream())
                .filter(detector -> {
                    DetectorReport report = findings.reports().get(detector.id());
                    return report != null && report.outcome() instanceof Outcome.Powerless;
                })
                .toList();
        for (WorkerGroup group : WorkerGroup.values()) {
            List<Detector> own = silent.stream()
                    .filter(detector -> WorkerGroup.of(detector.engine()) == group)
                    .toList();
            if (!own.isEmpty()) {
                progress.accept(lab.name() + ", once more");
                run(group, lab, classPath, own, findings);
            }
        }
    }

    private LabResult result(Lab lab, Findings findings) {
        Map<String, DetectorReport> reports = findings.reports();
        Map<String, Verdict> verdicts = Judge.judge(lab.checks(), reports);
        List<CheckResult> checks = new ArrayList<>();
        for (Check check : lab.checks()) {
            List<DetectorReport> own = check.detectors().stream()
                    .map(detector -> reports.get(detector.id()))
                    .filter(report -> report != null)
                    .toList();
            Verdict verdict = verdicts.get(check.id());
            checks.add(new CheckResult(
                    check.id(),
                    verdict == null ? new Verdict.GraderError("no verdict") : verdict,
                    own,
                    findings.adviceOf(check.id())));
        }
        return new LabResult(lab.name(), checks, findings.printed(), findings.warnings());
    }
}
