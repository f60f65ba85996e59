package racecourse.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is graded here: the command line itself is wrong, and says so with exit code 2. */
@Timeout(60)
class UsageTest {
    @TempDir
    Path outside;

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
    void noSuchDirectory() {
        Path missing = CommandLineRun.checkout().resolve("nobody");

        refused(submissions.grade(missing), "no such directory: " + missing, "next:");
    }

    @Test
    void fileInPlaceOfADirectory() throws IOException {
        Path file = submissions.file("alice.zip", "PK");

        refused(submissions.grade(file), file + " is a file", "next: unpack it");
    }

    @Test
    void noLabSources() throws IOException {
        Path empty = Files.createDirectories(submissions.out().resolveSibling("empty/src"));

        refused(submissions.grade(empty), "no lab sources in " + empty, "next: give the folder that holds");
    }

    @Test
    void foreignCodeNeedsTrust() throws IOException {
        Path foreign = Submissions.writeTo(outside.resolve("mallory"), "MutexCounter.java", Submissions.counter());

        refused(submissions.grade(foreign), foreign + " is outside this checkout", "--trust-submission");
        assertFalse(Files.exists(submissions.out().resolve("result.json")));
    }

    @Test
    void linkInTheCheckoutToForeignCodeNeedsTrust() throws IOException {
        Path foreign = Submissions.writeTo(outside.resolve("mallory"), "MutexCounter.java", Submissions.counter());
        Path link = Files.createSymbolicLink(submissions.out().resolveSibling("link"), foreign);

        refused(submissions.grade(link), "is outside this checkout");
    }

    @Test
    void unknownLab() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());

        refused(submissions.grade(List.of("--lab", "cuonter"), alice), "there is no lab cuonter; there are ");
    }

    @Test
    void rubricWithUnknownChecks() throws IOException {
        refusedRubric(
                "labs: { counter: { counter.no-lost-updates: 3, counter.visible: 1 } }",
                "do not exist: counter.no-lost-updates",
                "counter.no-lost-update,");
    }

    @Test
    void rubricWithUnknownLab() throws IOException {
        refusedRubric("labs: { cuonter: { counter.visible: 1 } }", "a lab that does not exist: cuonter");
    }

    @Test
    void rubricWithoutPoints() throws IOException {
        refusedRubric("labs: { counter: { counter.visible: 0 } }", "gives no points");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "labs:", "labs: {}", "[]", "just a text", "labs: { counter: {} }", "labs: { counter: 3 }"})
    void rubricWithoutChecks(String rubric) throws IOException {
        refusedRubric(rubric, "It wants  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "[]", "{bonus: true}"})
    void rubricWithPointsThatAreNone(String points) throws IOException {
        refusedRubric("labs: { counter: { counter.visible: " + points + " } }", "counter.visible");
    }

    @Test
    void rubricThatIsNoYaml() throws IOException {
        refusedRubric("labs: [", "is no YAML");
    }

    @Test
    void rubricThatIsNotThere() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());
        Path missing = CommandLineRun.checkout().resolve("rubric.yaml");

        refused(submissions.grade(List.of("--rubric", missing.toString()), alice), missing + " cannot be read");
    }

    @Test
    void labThatTheRubricDoesNotCount() throws IOException {
        refusedRubric("labs: { tickets: { tickets.thread-sells: 1 } }", "the rubric gives no points for counter");
    }

    @Test
    void outThatIsAFile() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());
        Path taken = submissions.file("taken", "");

        refused(CommandLineRun.of("grade", "--out", taken.toString(), alice.toString()), taken.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--races=slow", "--seed=one", "--fail-under=half", "--nonsense"})
    void optionThatIsNone(String option) throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());

        refused(CommandLineRun.of("grade", option, alice.toString()), option.replaceAll("=.*", ""));
    }

    @Test
    void nothingToDo() {
        refused(CommandLineRun.of(), "say what to do");
        refused(CommandLineRun.of("grade"), "DIR");
    }

    private void refusedRubric(String rubric, String... said) throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());
        Path file = submissions.file("rubric.yaml", rubric);

        refused(submissions.grade(List.of("--rubric", file.toString()), alice), said);
    }

    private static void refused(CommandLineRun run, String... said) {
        assertEquals(2, run.exitCode(), run.toString());
        for (String text : said) {
            assertTrue(run.err().contains(text), () -> text + " is missing in " + run.err());
        }
        assertFalse(run.err().contains("\tat "), run.err());
    }
}
