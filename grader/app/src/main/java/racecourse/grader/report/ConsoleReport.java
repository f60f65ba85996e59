package racecourse.grader.report;

import java.io.PrintStream;
import java.util.Locale;
import racecourse.grader.compile.CompileProblem;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Again;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Points;
import racecourse.runner.Printable;
import racecourse.runner.Rubric;
import racecourse.runner.StudentText;
import racecourse.runner.Texts;

/** A graded submission as text on a terminal. */
public final class ConsoleReport {
    private static final int NAME_WIDTH = 52;

    private final PrintStream out;
    private final Rubric rubric;
    private final boolean colour;
    private final boolean timings;

    /**
     * Prepares.
     *
     * @param out where it goes
     * @param rubric the points
     * @param colour whether the terminal shows colours
     * @param timings whether to say where the time went
     */
    public ConsoleReport(PrintStream out, Rubric rubric, boolean colour, boolean timings) {
        this.out = out;
        this.rubric = rubric;
        this.colour = colour;
        this.timings = timings;
    }

    /**
     * Prints a submission.
     *
     * @param submission the submission
     * @param again the command that repeats a check
     */
    public void print(GradedSubmission submission, Again again) {
        out.println(submission.name());
        submission.remarks().forEach(remark -> out.println("  note: " + Printable.line(remark)));
        for (GradedLab lab : submission.labs()) {
            print(lab, again);
        }
        Points points = submission.points();
        out.printf(
                Locale.ROOT,
                "%nscore  %s of %s points, %.1f %%%s%n",
                StudentText.number(points.earned()),
                StudentText.number(points.max()),
                submission.percent(),
                points.undecided() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "   (%s undecided; %.1f %% of what was decided)",
                                StudentText.number(points.undecided()),
                                submission.percentOfDecided()));
        if (timings) {
            times(submission);
        }
    }

    private void print(GradedLab lab, Again again) {
        String score = StudentText.number(lab.points().earned()) + " of "
                + StudentText.number(lab.points().max()) + " points";
        out.println();
        switch (lab.status()) {
            case NO_SOURCES -> out.println(lab.lab() + "  no sources   " + score);
            case NOT_COMPILED -> {
                out.println(lab.lab() + "  does not compile   " + score);
                for (CompileProblem problem : lab.problems()) {
                    out.println("  " + String.join("\n      ", Printable.lines(problem.text())));
                }
            }
            case GRADED -> {
                out.println(lab.lab() + "   " + score);
                lab.result().warnings().forEach(warning -> out.println("  warning: " + Printable.line(warning)));
                StudentText text = new StudentText(Texts.of(lab.lab(), Locale.getDefault()), again, colour);
                for (CheckResult check : lab.result().checks()) {
                    out.println(text.render(
                            check,
                            rubric.points(lab.lab(), check),
                            rubric.worth(lab.lab(), check.id()).points()));
                }
            }
        }
    }

    private void times(GradedSubmission submission) {
        out.println("\ntime");
        submission.millis().forEach((step, millis) -> time(step, millis));
        for (GradedLab lab : submission.labs()) {
            for (CheckResult check : lab.result().checks()) {
                for (DetectorReport report : check.reports()) {
                    time(report.id(), report.millis());
                }
            }
        }
    }

    private void time(String what, long millis) {
        out.printf(Locale.ROOT, "  %-" + NAME_WIDTH + "s %6d ms%n", what, millis);
    }
}
