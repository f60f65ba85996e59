package racecourse.grader.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.grader.compile.CompileProblem;
import racecourse.grader.report.Annotation.Spot;
import racecourse.grader.report.Annotation.Weight;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/**
 * What there is to say about single lines of a submission: javac's errors, what rules have proven, what they advise and
 * where they could not follow, and for each failed check what its other detectors saw. What is about no line of the
 * submission's own sources is left out. Not thread-safe.
 */
final class Annotations {
    private static final String COMPILES = "submission.compiles";

    private final GradedSubmission submission;
    // one rule may be asked by several checks
    private final Set<Annotation> all = new LinkedHashSet<>();

    private Annotations(GradedSubmission submission) {
        this.submission = submission;
    }

    /** Returns the annotations of a submission, in the order of its labs and checks, each once. */
    static List<Annotation> of(GradedSubmission submission) {
        Annotations annotations = new Annotations(submission);
        submission.labs().forEach(annotations::add);
        return List.copyOf(annotations.all);
    }

    private void add(GradedLab lab) {
        lab.problems().forEach(this::add);
        Texts texts = Texts.of(lab.lab(), Locale.ENGLISH);
        lab.result().checks().forEach(check -> add(check, texts));
    }

    private void add(CompileProblem problem) {
        if (isOwn(problem.file())) {
            Spot at = new Spot(problem.file(), Math.toIntExact(problem.line()), "");
            String first = problem.message().lines().findFirst().orElse("");
            all.add(new Annotation(COMPILES, Weight.ERROR, problem.message(), at, List.of(), line(at) + "\n" + first));
        }
    }

    private void add(CheckResult check, Texts texts) {
        if (check.verdict() instanceof Verdict.Failed failed) {
            failed.evidence().stream()
                    .filter(piece -> piece.rule() != null)
                    .forEach(piece -> addRule(check, Weight.ERROR, piece, texts));
            addSeen(
                    check,
                    failed.evidence().stream()
                            .filter(piece -> piece.rule() == null)
                            .toList(),
                    texts);
        }
        for (DetectorReport report : check.reports()) {
            if (report.outcome() instanceof Outcome.Powerless silent) {
                silent.gaps().forEach(gap -> addRule(check, Weight.OPEN, gap, texts));
            }
        }
        check.advice().forEach(piece -> addRule(check, Weight.NOTE, piece, texts));
    }

    private void addRule(CheckResult check, Weight weight, Evidence evidence, Texts texts) {
        List<Spot> spots = spots(Stream.of(evidence), texts);
        if (!spots.isEmpty()) {
            String rule = evidence.rule() == null ? check.id() : evidence.rule();
            String identity = evidence.observed().key() + "\n" + line(spots.get(0));
            all.add(annotation(rule, weight, facts(List.of(evidence), texts), spots, identity));
        }
    }

    /** What was seen in runs, by whatever detector: another run may see the same fault another way, in other lines. */
    private void addSeen(CheckResult check, List<Evidence> evidence, Texts texts) {
        List<Spot> spots = spots(evidence.stream(), texts);
        if (!spots.isEmpty()) {
            all.add(annotation(check.id(), Weight.ERROR, facts(evidence, texts), spots, ""));
        }
    }

    private static Annotation annotation(String rule, Weight weight, String text, List<Spot> spots, String identity) {
        return new Annotation(rule, weight, text, spots.get(0), spots.subList(1, spots.size()), identity);
    }

    /** Returns the lines that are the submission's, one whose number is known first. */
    private List<Spot> spots(Stream<Evidence> evidence, Texts texts) {
        List<Spot> spots = evidence.flatMap(piece -> piece.where().stream())
                .filter(place -> isOwn(place.file()))
                .map(place -> new Spot(place.file(), place.line(), remark(place, texts)))
                .distinct()
                .toList();
        return Stream.concat(
                        spots.stream().filter(spot -> spot.line() > 0),
                        spots.stream().filter(spot -> spot.line() <= 0))
                .toList();
    }

    private static String remark(Place place, Texts texts) {
        return place.remark() == null ? "" : texts.text(place.remark());
    }

    private boolean isOwn(String file) {
        return submission.sources().containsKey(file);
    }

    /** Returns the file and what stands in a line of it: unlike its number, that stays when lines above come and go. */
    private String line(Spot spot) {
        List<String> lines = submission.sources().getOrDefault(spot.file(), List.of());
        boolean isThere = spot.line() > 0 && spot.line() <= lines.size();
        return spot.file() + "\n" + (isThere ? lines.get(spot.line() - 1).strip() : "");
    }

    private static String facts(List<Evidence> evidence, Texts texts) {
        Evidence main = evidence.get(0);
        Stream.Builder<String> facts = Stream.builder();
        facts.add(fact("expected", texts.text(main.expected()), texts));
        facts.add(fact("observed", texts.text(main.observed()), texts));
        evidence.stream().skip(1).forEach(more -> facts.add(fact("also", texts.text(more.observed()), texts)));
        evidence.stream()
                .flatMap(piece -> Stream.ofNullable(piece.why()))
                .findFirst()
                .ifPresent(why -> facts.add(fact("why", texts.text(why), texts)));
        evidence.stream()
                .flatMap(piece -> Stream.ofNullable(piece.hint()))
                .findFirst()
                .ifPresent(hint -> facts.add(fact("try", texts.text(hint), texts)));
        return String.join("\n", facts.build().distinct().toList());
    }

    private static String fact(String key, String text, Texts texts) {
        return texts.text("text." + key) + ": " + text;
    }
}
