package racecourse.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Submissions that throw, hang, shout or pull the plug while they are graded. */
@Timeout(60)
class EndlessSubmissionTest {
    private static final String DECREMENT = "int before = number;\n";

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
    void constructorThrows() throws IOException {
        JsonNode first = first(
                graded("this.number = initial;", "if (true) { throw new IllegalStateException(\"no <luck>\"); }"));

        failedAll(first, "java.lang.IllegalStateException: no <luck> was thrown", 15);
    }

    @Test
    void staticInitializerThrows() throws IOException {
        JsonNode first = first(graded(
                "private int number;",
                "private int number; static int x = 1 / zero(); static int zero() { return 0; }"));

        failedAll(first, "ExceptionInInitializerError", 9);
    }

    @Test
    void constructorNeverReturns() throws IOException {
        JsonNode first = first(graded(
                "this.number = initial;", "this.number = initial; while (number == initial) { number = initial; }"));

        failedAll(first, "never returns: it runs in circles", 15);
    }

    @Test
    void constructorWaitsForALatchThatNeverOpens() throws IOException {
        JsonNode first = first(
                graded(
                        "this.number = initial;",
                        "try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { throw new IllegalStateException(e); }"));

        failedAll(first, "never returns: it waits", 15);
    }

    @Test
    void exitInADecrement() throws IOException {
        JsonNode first = first(graded(DECREMENT, DECREMENT + "System.exit(0);\n"));

        failedAll(first, "System.exit ended the JVM in the middle of the check, exit code 0", 23);
        assertTrue(first.at("/evidence/0/threads").asText().contains("MutexCounter.decrement"), first.toString());
    }

    @Test
    void haltInADecrement() throws IOException {
        JsonNode first = first(graded(DECREMENT, DECREMENT + "Runtime.getRuntime().halt(0);\n"));

        failedAll(first, "the JVM ended in the middle of the check, exit code 0", -1);
    }

    /** It looks like a kill from outside; that it happens again, and that the code can do it, tells it from one. */
    @Test
    void haltWithTheExitCodeOfAKilledProcess() throws IOException {
        JsonNode first = first(graded(DECREMENT, DECREMENT + "Runtime.getRuntime().halt(137);\n"));

        failedAll(first, "the JVM ended in the middle of the check, exit code 137", -1);
    }

    @Test
    void decrementNeverReturns() throws IOException {
        JsonNode first = first(graded(DECREMENT, DECREMENT + "while (before == number) { before = number; }\n"));

        failedAll(first, "never returns: it runs in circles", 23);
    }

    @Test
    void decrementAndValueDeadlock() throws IOException {
        JsonNode lab = graded(
                "private final Object lock = new Object();",
                "private final Object lock = new Object(); private final Object other = new Object();",
                "synchronized (lock) {\n            int before = number;\n            pause.pause();\n            number = before - 1;\n        }",
                "synchronized (lock) {\n            int before = number;\n            pause.pause();\n            synchronized (other) {\n                number = before - 1;\n            }\n        }",
                "synchronized (lock) {\n            return number;\n        }",
                "synchronized (other) {\n            Thread.yield();\n            for (int i = 0; i < 200; i++) {\n                Thread.onSpinWait();\n            }\n            synchronized (lock) {\n                return number;\n            }\n        }");

        List<JsonNode> circles = evidence(lab).stream()
                .filter(piece -> piece.path("why").asText().contains("wait for each other in a circle"))
                .toList();
        assertTrue(!circles.isEmpty(), lab.toString());
        String threads = circles.get(0).path("threads").asText();
        assertTrue(threads.contains("MutexCounter.decrement(MutexCounter.java:"), threads);
        assertTrue(threads.contains("MutexCounter.value(MutexCounter.java:"), threads);
        assertTrue(threads.contains("held by thread "), threads);
        assertTrue(circles.get(0).path("where").size() >= 2, circles.toString());
    }

    @Test
    void outputFloods() throws IOException {
        JsonNode lab = graded(
                DECREMENT,
                DECREMENT + "for (int i = 0; i < 20; i++) { System.out.println(\"]]> </script> \" + FLOOD); }\n",
                "private int number;",
                "private int number; private static final String FLOOD = \"flood \".repeat(100);");

        JsonNode quiet = check(lab, "counter.prints-nothing");
        assertEquals("failed", quiet.path("verdict").asText(), quiet.toString());
        assertTrue(lab.path("printed").asText().startsWith("]]> </script> flood"), lab.toString());
        assertTrue(
                lab.path("printed").asText().length() <= 2000,
                lab.path("printed").asText());
        for (String file : List.of("result.json", "junit.xml", "report.html", "report.sarif")) {
            assertTrue(Files.size(submissions.out().resolve(file)) < 1 << 20, file);
        }
    }

    /** Straight into the stream that carries the worker's own frames, with no end of line at the end. */
    @Test
    void outputFloodsPastTheCapture() throws IOException {
        String flood = "if (!told) { told = true; try {"
                + " java.io.FileOutputStream raw = new java.io.FileOutputStream(java.io.FileDescriptor.out);"
                + " raw.write(new byte[1 << 20]); raw.write(\"\\n{}\\nhalf a line\".getBytes());"
                + " } catch (java.io.IOException e) { throw new IllegalStateException(e); } }\n";

        JsonNode lab = graded(
                DECREMENT,
                DECREMENT + flood,
                "private int number;",
                "private int number; private static boolean told;");

        for (String id : List.of("counter.counts-down", "counter.exception-safe", "counter.independent")) {
            assertEquals("passed", check(lab, id).path("verdict").asText(), lab.toString());
        }
    }

    private JsonNode graded(String... replacements) throws IOException {
        CommandLineRun run =
                submissions.grade(submissions.write("alice", "MutexCounter.java", Submissions.counter(replacements)));

        assertEquals(0, run.exitCode(), run.toString());
        return Submissions.json(submissions.out().resolve("result.json")).at("/labs/0");
    }

    private static JsonNode first(JsonNode lab) {
        assertEquals(0, lab.at("/points/earned").asDouble(), lab.toString());
        assertEquals(lab.at("/points/max").asDouble(), lab.at("/points/lost").asDouble(), lab.toString());
        return lab.at("/checks/0");
    }

    private static void failedAll(JsonNode check, String observed, int line) {
        assertEquals("failed", check.path("verdict").asText(), check.toString());
        assertTrue(check.at("/evidence/0/observed").asText().contains(observed), check.toString());
        if (line > 0) {
            assertEquals(
                    "lab/counter/MutexCounter.java",
                    check.at("/evidence/0/where/0/file").asText(),
                    check.toString());
            assertEquals(line, check.at("/evidence/0/where/0/line").asInt(), check.toString());
        }
    }

    private static List<JsonNode> evidence(JsonNode lab) {
        List<JsonNode> all = new ArrayList<>();
        lab.path("checks").forEach(check -> check.path("evidence").forEach(all::add));
        return all;
    }

    private static JsonNode check(JsonNode lab, String id) {
        return StreamSupport.stream(lab.path("checks").spliterator(), false)
                .filter(check -> check.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
