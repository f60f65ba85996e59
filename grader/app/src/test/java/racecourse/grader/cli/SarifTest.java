package racecourse.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecourse.grader.report.Sarif;

/** What a code host gets to show beside the lines of a submission. */
@Timeout(120)
class SarifTest {
    private static final String FILE = "src/main/java/lab/counter/MutexCounter.java";

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
    void provenViolationIsAnErrorInItsLine() throws IOException {
        JsonNode run = graded(Submissions.counter("synchronized (lock)", "synchronized (MutexCounter.class)"));

        List<String> lines = Sarif.lines(run);
        assertTrue(lines.contains("error locks.lock-of-its-own " + FILE + ":21"), lines.toString());
        assertTrue(run.at("/invocations/0/executionSuccessful").asBoolean());
    }

    @Test
    void whatARunHasShownIsAnErrorOfItsCheck() throws IOException {
        JsonNode run = graded(Submissions.counter("synchronized (lock)", "synchronized (new Object())"));

        List<String> lines = Sarif.lines(run);
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("error counter.no-lost-update " + FILE + ":")),
                lines.toString());
    }

    @Test
    void adviceIsANoteAndARightSolutionHasNoError() throws IOException {
        List<String> lines = Sarif.lines(graded(Submissions.counter("private final Object lock", "final Object lock")));

        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("note locks.lock-of-its-own " + FILE)),
                lines.toString());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("error")), lines.toString());
    }

    @Test
    void twoGradingsOfOneSubmissionWriteTheSame() throws IOException {
        String source = Submissions.counter("synchronized (lock)", "synchronized (MutexCounter.class)");

        JsonNode first = graded(source);

        assertEquals(first.at("/results/0"), graded(source).at("/results/0"));
    }

    private JsonNode graded(String source) throws IOException {
        Path sources = submissions.write("alice/src/main/java", "MutexCounter.java", source);

        CommandLineRun run = submissions.grade(sources.resolve("../../..").normalize());

        assertEquals(0, run.exitCode(), run.toString());
        return Sarif.run(Files.readString(submissions.out().resolve("report.sarif")));
    }
}
