package racecourse.grader.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Allowance;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Outcome;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Settings;
import racecourse.runner.Again;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Rubric;
import racecourse.runner.StudentText;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/**
 * A graded submission as one page that needs nothing else: no network, no other file. Only what the official harness has
 * written is linked.
 */
public final class HtmlReport {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "racecourse.grader.report.html");

    private final Rubric rubric;
    private final RunFacts facts;
    private final Again again;

    /**
     * Prepares.
     *
     * @param rubric the points
     * @param facts where and how it was graded
     * @param again the command that repeats a check
     */
    public HtmlReport(Rubric rubric, RunFacts facts, Again again) {
        this.rubric = rubric;
        this.facts = facts;
        this.again = again;
    }

    /**
     * A check, as the page shows it.
     *
     * @param id its id
     * @param title its title
     * @param verdict one word
     * @param score its points
     * @param body what there is to say, as on a terminal
     * @param card what was seen, if it failed
     */
    public record CheckView(
            String id,
            String title,
            String verdict,
            String score,
            String body,
            @Nullable RaceCard card) {}

    /**
     * A lab, as the page shows it.
     *
     * @param name its name
     * @param score its points
     * @param problems javac's errors
     * @param checks its checks
     * @param pages what the official harness has written
     */
    public record LabView(
            String name, String score, List<String> problems, List<CheckView> checks, List<PageView> pages) {}

    /**
     * A page beside this one.
     *
     * @param detector what it is about
     * @param address where it is, seen from here
     */
    public record PageView(String detector, String address) {}

    /**
     * Writes the page.
     *
     * @param submission the submission
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void write(GradedSubmission submission, Path file) throws IOException {
        WholeFile.write(file, text(submission));
    }

    String text(GradedSubmission submission) {
        StringOutput out = new StringOutput();
        ENGINE.render(
                "report.jte",
                Map.of(
                        "name", submission.name(),
                        "percent", String.format(Locale.ROOT, "%.1f %%", submission.percent()),
                        "score",
                                score(
                                        submission.points().earned(),
                                        submission.points().max()),
                        "undecided",
                                submission.points().undecided() == 0
                                        ? ""
                                        : StudentText.number(submission.points().undecided()) + " points undecided",
                        "labs",
                                submission.labs().stream()
                                        .map(lab -> lab(lab, submission))
                                        .toList(),
                        "facts", facts,
                        "times",
                                submission.millis().entrySet().stream()
                                        .map(step -> step.getKey() + " " + step.getValue() + " ms")
                                        .collect(Collectors.joining(", "))),
                out);
        return out.toString();
    }

    private LabView lab(GradedLab lab, GradedSubmission submission) {
        Texts texts = Texts.of(lab.lab(), Locale.ENGLISH);
        List<CheckView> checks = new ArrayList<>();
        StudentText text = new StudentText(texts, again, false);
        for (CheckResult check : lab.result().checks()) {
            double worth = rubric.worth(lab.lab(), check.id()).points();
            String rendered = text.render(check, rubric.points(lab.lab(), check), worth);
            int lineEnd = rendered.indexOf('\n');
            checks.add(new CheckView(
                    check.id(),
                    texts.text(check.id() + ".title"),
                    JsonReport.verdictWord(check.verdict()),
                    score(rubric.points(lab.lab(), check).earned(), worth),
                    lineEnd < 0 ? "" : rendered.substring(lineEnd + 1),
                    check.verdict() instanceof Verdict.Failed failed
                            ? RaceCard.of(check, failed, texts, again.command(check.id()), submission.sources())
                            : null));
        }
        return new LabView(
                lab.lab(),
                score(lab.points().earned(), lab.points().max()),
                lab.problems().stream().map(problem -> problem.text()).toList(),
                lab.status() == GradedLab.Status.GRADED ? checks : List.of(),
                lab.result().checks().stream()
                        .flatMap(check -> check.reports().stream())
                        .filter(HtmlReport::hasPage)
                        .map(report -> new PageView(report.id(), address(report)))
                        .toList());
    }

    /** Where the official harness has come to an end, it has written its own page. */
    private static boolean hasPage(DetectorReport report) {
        return report.engine() == Engine.HARNESS
                && (report.outcome() instanceof Outcome.Violated || report.outcome() instanceof Outcome.Clean);
    }

    private static String address(DetectorReport report) {
        return Settings.OFFICIAL_PAGES + "/" + Allowance.folder(report.id()) + "/index.html";
    }

    private static String score(double earned, double max) {
        return StudentText.number(earned) + " / " + StudentText.number(max);
    }
}
