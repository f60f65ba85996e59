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

/** A check that failed is repeated, and what cannot be is refused with what can. */
@Timeout(120)
class ReplayTest {
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
    void explorerRepeatsItsInterleaving() throws IOException {
        grade(List.of("--races", "quick"));

        CommandLineRun run = replay(CHECK + "/decrements", "--times", "2");

        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(run.out().contains("same       2 of 2 times"), run.out());
        assertTrue(run.out().endsWith("\nsame" + System.lineSeparator()), run.out());
    }

    @Test
    void reportSaysHowToRepeatAndThatWorks() throws IOException {
        CommandLineRun graded = grade(List.of());
        String command = "grader/racecourse replay " + submissions.out() + " " + CHECK;
        assertTrue(graded.out().contains("again      " + command), graded.out());
        assertTrue(Files.readString(submissions.out().resolve("report.html")).contains(command));

        CommandLineRun run = replay(CHECK);

        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(run.out().contains(CHECK + "/rendezvous (rendezvous)"), run.out());
        assertFalse(run.out().contains("note: "), run.out());
    }

    @Test
    void otherSourcesAreRefused() throws IOException {
        grade(List.of());
        submissions.write("alice", "MutexCounter.java", Submissions.counter());

        refused(replay(CHECK), "the sources of counter in ", "have changed since", "next: grade it again");
    }

    @Test
    void sourcesThatHaveMovedAreFound() throws IOException {
        grade(List.of());
        Path moved = Files.move(
                submissions.out().resolveSibling("alice"), submissions.out().resolveSibling("bob"));

        refused(replay(CHECK), "no such directory: ");
        assertEquals(
                0, replay(CHECK + "/rendezvous", "--from", moved.toString()).exitCode());
    }

    @Test
    void whatDidNotFailIsRefusedWithWhatDid() throws IOException {
        grade(List.of());

        refused(replay("counter.no-lost-updates"), "there is no check counter.no-lost-updates", "counter.mutex");
        refused(replay("counter.counts-down"), "counter.counts-down is passed", "next: take one that failed: " + CHECK);
        refused(replay(CHECK + "/nobody"), "saw no violation", CHECK + "/rendezvous");
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        refused(CommandLineRun.of("replay", submissions.out().toString(), CHECK), "no result can be read", "next: ");
        Path file = submissions.file("result.json", "{\"schema\": 7}");
        refused(CommandLineRun.of("replay", file.toString(), CHECK), "is no result of this kit");
    }

    private CommandLineRun grade(List<String> more) throws IOException {
        Path alice = submissions.write(
                "alice",
                "MutexCounter.java",
                Submissions.counter("synchronized (lock)", "synchronized (new Object())"));
        return submissions.grade(more, alice);
    }

    private CommandLineRun replay(String check, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "replay";
        arguments[1] = submissions.out().toString();
        arguments[2] = check;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandLineRun.of(arguments);
    }

    private static void refused(CommandLineRun run, String... said) {
        assertEquals(2, run.exitCode(), run.toString());
        for (String text : said) {
            assertTrue(run.err().contains(text), () -> text + " is missing in " + run.err());
        }
    }
}
