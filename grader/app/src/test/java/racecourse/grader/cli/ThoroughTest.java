package racecourse.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecourse.checks.protocol.Outcome;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Grading;
import racecourse.grader.run.Settings;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.Races;
import racecourse.runner.Rubric;
import racecourse.runner.Verdict;

/** The official harness looks too. On a busy machine it may not come to an end, and that costs nothing. */
@Timeout(180)
class ThoroughTest {
    private static final String CHECK = "counter.no-lost-update";

    @SuppressWarnings("NullAway.Init") // set before each test
    private Submissions submissions;

    @BeforeEach
    void makeRoom() throws IOException {
        submissions = new Submissions();
    }

    @AfterEach
    void clean() throws IOException {
        submissions.close();
    }

    @Test
    void whatItSeesIsFurtherEvidenceWithAPage() throws Exception {
        CheckResult check = checked(Duration.ofSeconds(30), "synchronized (lock)", "synchronized (new Object())");

        assertTrue(check.verdict() instanceof Verdict.Failed, check.toString());
        DetectorReport report = official(check);
        boolean seen = report.outcome() instanceof Outcome.Violated;
        assertTrue(seen || report.outcome() instanceof Outcome.Powerless, report.toString());
        Path page = submissions.out().resolve("jcstress/" + CHECK + ".decrement-decrement.official/index.html");
        assertEquals(seen, Files.exists(page), report.toString());
    }

    @Test
    void thatItDoesNotComeToAnEndChangesNothing() throws Exception {
        CheckResult check = checked(Duration.ofSeconds(1));

        assertEquals(new Verdict.Passed(), check.verdict());
        assertTrue(official(check).outcome() instanceof Outcome.Powerless, check.toString());
    }

    @Test
    void budgetIsForTheHarnessOnly() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());

        CommandLineRun run = submissions.grade(List.of("--races-budget", "1"), alice);

        assertEquals(2, run.exitCode(), run.toString());
        assertTrue(run.err().contains("next: add --races thorough"), run.err());
    }

    private CheckResult checked(Duration budget, String... replacements)
            throws IOException, IntakeException, InterruptedException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter(replacements));
        Settings settings = new Settings(List.of("counter"), Rubric.bundled(), 1, Races.THOROUGH, budget);
        try (Grading grading = new Grading(settings, step -> {})) {
            GradedSubmission graded = grading.grade("alice", alice, Set.of(CHECK), submissions.out());
            return graded.labs().get(0).result().checks().stream()
                    .filter(check -> check.id().equals(CHECK))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static DetectorReport official(CheckResult check) {
        return check.reports().stream()
                .filter(report -> report.id().endsWith("/official"))
                .findFirst()
                .orElseThrow();
    }
}
