package racecourse.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.intake.SubmissionNames;
import racecourse.grader.report.ConsoleReport;
import racecourse.grader.report.HtmlReport;
import racecourse.grader.report.JUnitXmlReport;
import racecourse.grader.report.JsonReport;
import racecourse.grader.report.ReplayLine;
import racecourse.grader.report.RunFacts;
import racecourse.grader.report.SarifReport;
import racecourse.grader.report.ScoresCsv;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Grading;
import racecourse.grader.run.Settings;
import racecourse.runner.Again;
import racecourse.runner.Races;
import racecourse.runner.Rubric;
import racecourse.runner.RubricProblem;
import racecourse.runner.Verdict;

/** {@code racecourse grade}. */
@Command(
        name = "grade",
        description = "Grades submissions and reports the evidence for every lost point.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:graded, whatever the score",
            "1:graded, and a score is under --fail-under",
            "2:the command line is wrong, or a submission cannot be read",
            "3:the grader itself failed, or something stayed undecided under --strict"
        })
final class GradeCommand implements Callable<Integer> {
    static final long SEED = 20_240_901;
    private static final double MILLIS_A_MINUTE = 60_000;
    private static final int MOST_MINUTES = 24 * 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "a folder that holds src/main/java/lab, src/lab or lab, itself or in a single folder")
    private List<Path> directories = new ArrayList<>();

    @Option(
            names = "--lab",
            paramLabel = "L",
            description = "only this lab; can be repeated (all: ${COMPLETION-CANDIDATES})",
            completionCandidates = LabNames.class)
    private List<String> labs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where result.json, report.html and the other files go (${DEFAULT-VALUE})")
    private Path out = Path.of("racecourse-out");

    @Option(names = "--seed", paramLabel = "N", description = "the seed of everything random (${DEFAULT-VALUE})")
    private long seed = SEED;

    @Option(names = "--rubric", paramLabel = "FILE", description = "points for checks, in place of the bundled ones")
    private @Nullable Path rubricFile;

    @Option(
            names = "--races",
            paramLabel = "thorough|quick|none",
            description = "how much is done to find races: thorough has the official jcstress harness look too, for"
                    + " minutes; with none, a check that looks for them is undecided unless it fails"
                    + " (${DEFAULT-VALUE})",
            defaultValue = "quick")
    private Races races = Races.QUICK;

    @Option(
            names = "--races-budget",
            paramLabel = "MINUTES",
            description = "how long the official harness may take for one submission, with --races thorough (5)")
    private @Nullable Double racesBudget;

    @Option(names = "--fail-under", paramLabel = "P", description = "exit 1 if a score is under P per cent")
    private @Nullable Double failUnder;

    @Option(names = "--strict", description = "exit 3 if anything stayed undecided")
    private boolean strict;

    @Option(
            names = "--trust-submission",
            description = "run code from outside this checkout, with your rights (or RACECOURSE_TRUST=1)")
    private boolean trust;

    @Option(names = "--timings", description = "say where the time went")
    private boolean timings;

    @Option(names = "--no-color", description = "no colours on a terminal (or NO_COLOR)")
    private boolean noColor;

    /** The names that {@code --lab} takes. */
    static final class LabNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        LabNames() {
            super(Labs.all().stream().map(Lab::name).toList());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = settings();
        Optional<String> refusal = Trust.refusal(directories, trust);
        if (refusal.isPresent()) {
            throw usage(refusal.get());
        }
        List<String> names = SubmissionNames.of(
                directories.stream().map(Path::toAbsolutePath).toList());
        List<GradedSubmission> graded = new ArrayList<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        Map<String, String> failed = new LinkedHashMap<>();
        makeOut();
        boolean terminal = Boolean.getBoolean("racecourse.terminal");
        try (Progress progress = new Progress(names.size(), terminal);
                Grading grading = new Grading(settings, progress)) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                progress.begin(name);
                if (i > 0) {
                    grading.renewWorkers();
                }
                try {
                    GradedSubmission submission =
                            grading.grade(name, directories.get(i), outOf(name, names.size() > 1));
                    write(settings, submission, names.size() > 1);
                    graded.add(submission);
                } catch (IntakeException e) {
                    unreadable.put(name, String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    // a full disk, say: the others keep their results
                    failed.put(name, "the grader failed: " + e + "; grade it again");
                }
                progress.end();
            }
        }
        return report(settings, graded, unreadable, failed, terminal);
    }

    private Settings settings() {
        Rubric rubric;
        try {
            rubric = rubricFile == null ? Rubric.bundled() : Rubric.read(rubricFile);
        } catch (RubricProblem e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        for (String lab : labs) {
            if (Labs.find(lab).isEmpty()) {
                throw usage("there is no lab " + lab + "; there are " + String.join(", ", new LabNames()));
            }
            if (!rubric.labs().containsKey(lab)) {
                throw usage("the rubric gives no points for " + lab + "; it has "
                        + String.join(", ", new TreeSet<>(rubric.labs().keySet())));
            }
        }
        List<String> wanted = Labs.all().stream()
                .map(Lab::name)
                .filter(rubric.labs()::containsKey)
                .filter(lab -> labs.isEmpty() || labs.contains(lab))
                .toList();
        return new Settings(wanted, rubric, seed, races, budget());
    }

    private Duration budget() {
        Double minutes = racesBudget;
        if (minutes == null) {
            return Settings.RACES_BUDGET;
        }
        if (races != Races.THOROUGH) {
            throw usage("--races-budget is for the official harness\n  next: add --races thorough");
        }
        if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw usage("--races-budget is " + minutes + "; give minutes, " + MOST_MINUTES + " at most");
        }
        return Duration.ofMillis((long) (minutes * MILLIS_A_MINUTE));
    }

    private void makeOut() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw usage(out + " cannot be made a folder: " + e + "\n  next: give another one after --out");
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private void write(Settings settings, GradedSubmission submission, boolean several) throws IOException {
        Path directory = outOf(submission.name(), several);
        Again again = ReplayLine.of(directory);
        RunFacts facts = facts(settings);
        new JsonReport(settings.rubric(), facts).write(submission, directory.resolve("result.json"));
        new JUnitXmlReport(settings.rubric(), again).write(submission, directory.resolve("junit.xml"));
        new HtmlReport(settings.rubric(), facts, again).write(submission, directory.resolve("report.html"));
        new SarifReport(facts).write(submission, directory.resolve("report.sarif"));
    }

    private Path outOf(String name, boolean several) {
        return several ? out.resolve(name) : out;
    }

    private static RunFacts facts(Settings settings) {
        return RunFacts.here(settings.seed(), settings.races().name().toLowerCase(Locale.ROOT));
    }

    private int report(
            Settings settings,
            List<GradedSubmission> graded,
            Map<String, String> unreadable,
            Map<String, String> failed,
            boolean terminal)
            throws IOException {
        PrintStream console = System.out;
        boolean colour = Colours.areWanted(terminal, noColor, System.getenv());
        boolean several = directories.size() > 1;
        ConsoleReport report = new ConsoleReport(console, settings.rubric(), colour, timings);
        for (GradedSubmission submission : graded) {
            if (several) {
                console.printf(
                        Locale.ROOT,
                        "%-40s %6.1f %%  %s%n",
                        submission.name(),
                        submission.percent(),
                        outOf(submission.name(), several).resolve("report.html"));
            } else {
                report.print(submission, ReplayLine.of(outOf(submission.name(), several)));
                console.println("report  " + out.resolve("report.html"));
            }
        }
        Map<String, String> ungraded = new LinkedHashMap<>(unreadable);
        ungraded.putAll(failed);
        ungraded.forEach((name, problem) -> System.err.println(name + ": " + problem));
        if (several) {
            ScoresCsv.write(graded, ungraded, out.resolve("scores.csv"));
            console.println("scores  " + out.resolve("scores.csv"));
        }
        return failed.isEmpty() ? exitCode(graded, unreadable) : ExitCodes.GRADER;
    }

    private int exitCode(List<GradedSubmission> graded, Map<String, String> unreadable) {
        if (graded.stream().anyMatch(GradeCommand::graderFailed)) {
            return ExitCodes.GRADER;
        }
        if (strict && graded.stream().anyMatch(submission -> submission.points().undecided() > 0)) {
            return ExitCodes.GRADER;
        }
        if (!unreadable.isEmpty()) {
            return ExitCodes.USAGE;
        }
        Double least = failUnder;
        return least != null && graded.stream().anyMatch(submission -> submission.percent() < least)
                ? ExitCodes.FAILED_UNDER
                : ExitCodes.GRADED;
    }

    private static boolean graderFailed(GradedSubmission submission) {
        return submission.labs().stream()
                .flatMap(lab -> lab.result().checks().stream())
                .anyMatch(check -> check.verdict() instanceof Verdict.GraderError);
    }
}
