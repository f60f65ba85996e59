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

/** Submissions that cannot be taken for what they should be: all that can be graded is, and the rest is said. */
@Timeout(60)
class BadSubmissionTest {
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
    void badOneStopsNothing() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());
        Path bob = alice.resolveSibling("bob");
        Path carol = submissions.write("carol", "Other.java", "package lab.counter; class Other {}");

        CommandLineRun run = submissions.grade(bob, alice, carol);

        assertEquals(2, run.exitCode(), run.toString());
        assertTrue(run.err().contains("bob: no such directory: " + bob), run.err());
        assertTrue(points("alice/result.json").path("earned").asDouble() > 0);
        assertEquals(0, points("carol/result.json").path("earned").asDouble());
        assertFalse(Files.exists(submissions.out().resolve("bob")));
        List<String> scores = Files.readAllLines(submissions.out().resolve("scores.csv"));
        assertEquals(4, scores.size(), scores.toString());
        assertTrue(
                scores.stream().anyMatch(line -> line.startsWith("bob,,,,,,,no such directory: ")), scores.toString());
        for (String file : List.of("result.json", "report.html", "report.sarif", "junit.xml")) {
            assertTrue(Files.size(submissions.out().resolve("alice").resolve(file)) > 0, file);
        }
    }

    @Test
    void missingClass() throws IOException {
        costsAllAndSays(
                submissions.write("alice", "Other.java", "package lab.counter; class Other {}"),
                "there is no class lab.counter.MutexCounter");
    }

    @Test
    void renamedClass() throws IOException {
        String source = Submissions.counter(
                "class MutexCounter", "class Mutexcounter", "public MutexCounter(", "public Mutexcounter(");

        costsAllAndSays(
                submissions.write("alice", "Mutexcounter.java", source), "there is no class lab.counter.MutexCounter");
    }

    @Test
    void abstractClass() throws IOException {
        costsAllAndSays(
                submissions.write(
                        "alice", "MutexCounter.java", Submissions.counter("public class", "public abstract class")),
                "lab.counter.MutexCounter is abstract");
    }

    @Test
    void classThatIsNotPublic() throws IOException {
        costsAllAndSays(
                submissions.write("alice", "MutexCounter.java", Submissions.counter("public class", "class")),
                "lab.counter.MutexCounter is not public");
    }

    @Test
    void classWithoutTheConstructor() throws IOException {
        costsAllAndSays(
                submissions.write(
                        "alice",
                        "MutexCounter.java",
                        Submissions.counter(
                                "int initial, Pause", "long initial, Pause", "= initial", "= (int) initial")),
                "has no public constructor (int, Pause)");
    }

    @Test
    void classWithAConstructorThatIsNotPublic() throws IOException {
        costsAllAndSays(
                submissions.write(
                        "alice", "MutexCounter.java", Submissions.counter("public MutexCounter(", "MutexCounter(")),
                "has no public constructor (int, Pause)");
    }

    @Test
    void classOfAnotherInterface() throws IOException {
        costsAllAndSays(
                submissions.write(
                        "alice",
                        "MutexCounter.java",
                        Submissions.counter(
                                " implements Counter",
                                " implements Runnable",
                                "@Override\n",
                                "\n",
                                "private int number;",
                                "private int number; public void run() {}")),
                "does not implement racecourse.contract.counter.Counter");
    }

    @Test
    void interfaceOfTheirOwn() throws IOException {
        Path alice = submissions.write(
                "alice", "MutexCounter.java", Submissions.counter("import racecourse.contract.counter.Counter;", ""));
        Submissions.writeTo(
                alice, "Counter.java", "package lab.counter; interface Counter { void decrement(); int value(); }");

        costsAllAndSays(alice, "does not implement racecourse.contract.counter.Counter");
    }

    @Test
    void whatDoesNotCompileIsShownAndTheOtherLabGraded() throws IOException {
        Path alice = submissions.write(
                "alice", "MutexCounter.java", Submissions.counter("number = before - 1;", "number = befor - 1;"));
        Path office = alice.resolve("lab/tickets/ThreadTicketOffice.java");
        Files.createDirectories(office.getParent());
        Files.writeString(office, "package lab.tickets; public class ThreadTicketOffice {}");

        CommandLineRun run = CommandLineRun.of(
                "grade", "--races", "none", "--out", submissions.out().toString(), alice.toString());

        assertEquals(0, run.exitCode(), run.toString());
        JsonNode counter = lab("counter");
        assertEquals("not compiled", counter.path("status").asText());
        JsonNode problem = counter.at("/problems/0");
        assertEquals("lab/counter/MutexCounter.java", problem.path("file").asText());
        assertEquals(24, problem.path("line").asInt());
        assertTrue(problem.path("message").asText().startsWith("cannot find symbol"), problem.toString());
        assertEquals("compile", counter.at("/checks/0/reason").asText());
        assertTrue(run.out().contains("lab/counter/MutexCounter.java:24: cannot find symbol"), run.out());
        assertEquals("graded", lab("tickets").path("status").asText());
    }

    @Test
    void labWithoutSourcesIsOneLine() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());

        CommandLineRun run = CommandLineRun.of(
                "grade",
                "--lab",
                "tickets",
                "--races",
                "none",
                "--out",
                submissions.out().toString(),
                alice.toString());

        assertEquals(0, run.exitCode(), run.toString());
        assertEquals("no sources", lab("tickets").path("status").asText());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("tickets  no sources   0 of ")), run.out());
        assertFalse(run.out().contains("tickets.thread-sells"), run.out());
    }

    @Test
    void scoreUnderTheLimitIsAFailure() throws IOException {
        Path alice = submissions.write("alice", "Other.java", "package lab.counter; class Other {}");

        assertEquals(1, submissions.grade(List.of("--fail-under", "50"), alice).exitCode());
        assertEquals(0, submissions.grade(List.of("--fail-under", "0"), alice).exitCode());
    }

    @Test
    void whatStayedUndecidedIsAFailureUnderStrict() throws IOException {
        Path alice = submissions.write("alice", "MutexCounter.java", Submissions.counter());
        // this one only the stress engine or the explorer can see, and without them it stays open
        String rubric = submissions
                .file("rubric.yaml", "labs: { counter: { counter.value-was-held: 1, counter.visible: 1 } }")
                .toString();

        CommandLineRun run = submissions.grade(List.of("--rubric", rubric, "--strict"), alice);

        double undecided = points("result.json").path("undecided").asDouble();
        assertEquals(undecided > 0 ? 3 : 0, run.exitCode(), run.toString());
        assertEquals(2, points("result.json").path("max").asDouble());
    }

    private void costsAllAndSays(Path submission, String observed) throws IOException {
        CommandLineRun run = submissions.grade(submission);

        assertEquals(0, run.exitCode(), run.toString());
        JsonNode points = points("result.json");
        assertEquals(0, points.path("earned").asDouble(), points.toString());
        assertEquals(points.path("max").asDouble(), points.path("lost").asDouble(), points.toString());
        JsonNode first = lab("counter").at("/checks/0");
        assertEquals("failed", first.path("verdict").asText(), first.toString());
        assertTrue(first.at("/evidence/0/observed").asText().contains(observed), first.toString());
        assertEquals(
                "lab/counter/MutexCounter.java",
                first.at("/evidence/0/where/0/file").asText());
        assertTrue(run.out().contains(observed), run.out());
    }

    private JsonNode points(String file) throws IOException {
        return Submissions.json(submissions.out().resolve(file)).path("points");
    }

    private JsonNode lab(String name) throws IOException {
        for (JsonNode lab :
                Submissions.json(submissions.out().resolve("result.json")).path("labs")) {
            if (lab.path("lab").asText().equals(name)) {
                return lab;
            }
        }
        throw new AssertionError("no lab " + name);
    }
}
