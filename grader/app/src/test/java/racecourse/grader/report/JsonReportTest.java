package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecourse.checks.protocol.Outcome;
import racecourse.grader.replay.Finding;
import racecourse.grader.replay.ReplayProblem;
import racecourse.grader.replay.StoredResult;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.CheckResult;

class JsonReportTest {
    private static final Schema SCHEMA = schema();

    private final JsonReport report = new JsonReport(Samples.RUBRIC, Samples.FACTS);

    @TempDir
    Path temp;

    @Test
    void everyVerdictIsAsTheSchemaSays() throws IOException {
        JsonNode result = valid(Samples.ofEveryVerdict("java.lang.Error: x"));

        Set<String> verdicts = new HashSet<>();
        result.at("/labs/0/checks")
                .forEach(check -> verdicts.add(check.path("verdict").asText()));
        assertEquals(Set.of("passed", "failed", "blocked", "inconclusive", "grader error", "not applicable"), verdicts);
    }

    @Test
    void evidenceIsThereWithAllItsParts() throws IOException {
        JsonNode evidence = valid(Samples.ofEveryVerdict("boom")).at("/labs/0/checks/1/evidence/0");

        assertEquals("boom was thrown", evidence.path("observed").asText());
        assertEquals(
                "lab/counter/MutexCounter.java", evidence.at("/where/0/file").asText());
        assertEquals(17, evidence.at("/where/0/line").asInt());
        assertEquals("boom", evidence.at("/timeline/lanes/1").asText());
        assertEquals("enter pause", evidence.at("/timeline/steps/20/action").asText());
        assertEquals(1820, evidence.at("/outcomes/rows/1/count").asInt());
        assertTrue(evidence.path("threads").asText().contains("MutexCounter.java:17"));
        assertTrue(evidence.has("why") && evidence.has("try"));
    }

    @Test
    void whatADetectorSawIsReadBackAsItWas() throws IOException, ReplayProblem {
        GradedSubmission submission = Samples.ofEveryVerdict("boom");
        Path file = temp.resolve("result.json");
        report.write(submission, file);

        StoredResult stored = StoredResult.read(file);

        CheckResult failed = submission.labs().get(0).result().checks().get(1);
        List<Finding> seen = failed.reports().stream()
                .filter(report -> report.outcome() instanceof Outcome.Violated)
                .map(Finding::of)
                .toList();
        assertEquals(seen, stored.ask(failed.id()).then());
        assertEquals(Path.of("/in/alice"), stored.directory());
        assertEquals(1, stored.seed());
    }

    @Test
    void hostileTextComesThroughUnchanged() throws IOException {
        String text = Samples.HOSTILE.replace("\uD800", "");

        JsonNode result = valid(Samples.ofEveryVerdict(text));

        assertEquals(text, result.at("/labs/0/printed").asText());
    }

    @Test
    void whatDoesNotCompileIsAsTheSchemaSays() throws IOException {
        JsonNode result = valid(Samples.notCompiled("int x"));

        assertEquals("not compiled", result.at("/labs/0/status").asText());
        assertEquals(
                "lab/counter/MutexCounter.java",
                result.at("/labs/0/problems/0/file").asText());
        assertEquals(7, result.at("/labs/0/problems/0/line").asInt());
        assertEquals("compile", result.at("/labs/0/checks/0/reason").asText());
        assertEquals(0, result.at("/points/earned").asDouble());
    }

    @Test
    void withoutSourcesAllIsLost() throws IOException {
        JsonNode result = valid(Samples.noSources());

        assertEquals("no sources", result.at("/labs/0/status").asText());
        assertEquals(
                result.at("/points/max").asDouble(), result.at("/points/lost").asDouble());
        assertTrue(result.at("/points/max").asDouble() > 0);
    }

    @Test
    void runSaysHowItWasIsolated() throws IOException {
        JsonNode run = valid(Samples.noSources()).path("run");

        assertEquals("quick", run.path("races").asText());
        assertTrue(run.path("isolation").asText().startsWith("none"));
    }

    /** The schema is worth something only if it refuses. */
    @Test
    void schemaRefusesAFailureWithoutEvidence() throws IOException {
        String failed = report.text(Samples.ofEveryVerdict("x")).replace("\"passed\"", "\"failed\"");

        assertNotEquals(List.of(), errors(failed));
        assertNotEquals(List.of(), errors("{}"));
    }

    @Test
    void whereTheFileCannotBeWrittenNoHalfFileIsLeft() throws IOException {
        Path taken = temp.resolve("result.json");
        Files.createDirectories(taken.resolve("somebody's"));

        assertThrows(IOException.class, () -> report.write(Samples.noSources(), taken));

        assertEquals(List.of(taken), list(temp));
    }

    @Test
    void olderFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = temp.resolve("out/result.json");
        report.write(Samples.ofEveryVerdict("a long text ".repeat(1000)), file);

        report.write(Samples.noSources(), file);

        assertEquals(List.of(), errors(Files.readString(file)));
        assertEquals(List.of(file), list(temp.resolve("out")));
    }

    private JsonNode valid(GradedSubmission submission) throws IOException {
        String text = report.text(submission);
        assertEquals(List.of(), errors(text));
        return new ObjectMapper().readTree(text);
    }

    private static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static Schema schema() {
        try (InputStream in = JsonReport.class.getResourceAsStream("/racecourse/grader/result.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in, "the schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
