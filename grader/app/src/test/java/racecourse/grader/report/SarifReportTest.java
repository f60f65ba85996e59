package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racecourse.checks.catalogue.Rules;
import racecourse.grader.run.GradedSubmission;

class SarifReportTest {
    private final SarifReport report = new SarifReport(Samples.FACTS);

    @Test
    void eachThingIsSaidOnceInItsLine() throws IOException {
        assertEquals(
                List.of(
                        "error locks.released-on-every-path lab/counter/MutexCounter.java:3",
                        "note locks.lock-of-its-own lab/counter/MutexCounter.java:2",
                        "error counter.no-lost-update lab/counter/My%20Lock.java:2",
                        "none locks.followed lab/counter/MutexCounter.java:4"),
                Sarif.lines(run(Samples.ofRules("", 0))));
    }

    @Test
    void filesAreNamedFromTheRootOfTheSubmission() throws IOException {
        JsonNode result = run(Samples.ofRules("Übung: 1/src/main/java", 0)).at("/results/0");

        assertEquals(
                "%C3%9Cbung%3A%201/src/main/java/lab/counter/MutexCounter.java:3",
                Sarif.place(result.at("/locations/0")));
        assertEquals(
                "%SRCROOT%",
                result.at("/locations/0/physicalLocation/artifactLocation/uriBaseId")
                        .asText());
        assertEquals(1, result.path("relatedLocations").size());
        assertEquals(
                "%C3%9Cbung%3A%201/src/main/java/lab/counter/My%20Lock.java:1",
                Sarif.place(result.at("/relatedLocations/0")));
    }

    @Test
    void messageSaysTheFacts() throws IOException {
        JsonNode results = run(Samples.ofRules("", 0)).path("results");

        String text = results.at("/0/message/text").asText();
        assertTrue(text.startsWith("expected: whatever is thrown, the lock is free afterwards\n"), text);
        assertTrue(text.contains("\nobserved: lock is still held"), text);
        assertTrue(text.contains("\nwhy: ") && text.contains("\ntry: "), text);
        assertEquals(
                "(the first pause)", results.at("/0/locations/0/message/text").asText());
    }

    /** In SARIF {0} is a hole, and [x](y) a link. */
    @Test
    void wordsOfASubmissionAreNeitherHolesNorLinks() throws IOException {
        String text = run(Samples.ofRules("", 0)).at("/results/2/message/text").asText();

        assertTrue(text.contains("observed: {{0}} [here] (http://x) was thrown"), text);
    }

    @Test
    void whatIsNotJudgedIsOpen() throws IOException {
        JsonNode run = run(Samples.ofRules("", 0));

        assertEquals("open", run.at("/results/3/kind").asText());
        assertFalse(run.at("/results/0").has("kind"));
    }

    @Test
    void fingerprintsOutliveLinesAbove() throws IOException {
        List<String> before = fingerprints(run(Samples.ofRules("", 0)));

        assertEquals(before, fingerprints(run(Samples.ofRules("src", 5))));
        assertEquals(before.size(), Set.copyOf(before).size());
    }

    @Test
    void everyRuleOfTheKitIsExplained() throws IOException {
        JsonNode rules = run(Samples.noSources()).at("/tool/driver/rules");

        List<String> ids = new ArrayList<>();
        for (JsonNode rule : rules) {
            ids.add(rule.path("id").asText());
            for (String part : List.of("shortDescription", "fullDescription", "help")) {
                String text = rule.path(part).path("text").asText();
                assertFalse(text.isBlank() || text.contains(rule.path("id").asText() + "."), text);
            }
        }
        assertEquals(Rules.ids(), ids);
    }

    @Test
    void failedChecksAreExplainedToo() throws IOException {
        JsonNode rules = run(Samples.ofRules("", 0)).at("/tool/driver/rules");

        JsonNode last = rules.path(rules.size() - 1);
        assertEquals("counter.no-lost-update", last.path("id").asText());
        assertEquals(
                "two decrements at once take two off",
                last.at("/shortDescription/text").asText());
    }

    @Test
    void whatDoesNotCompileIsShownInItsLine() throws IOException {
        assertEquals(
                List.of("error submission.compiles src/main/java/lab/counter/MutexCounter.java:7"),
                Sarif.lines(run(Samples.notCompiled("int x"))));
    }

    @Test
    void hostileTextIsAsTheSchemaSays() throws IOException {
        JsonNode run = run(Samples.ofEveryVerdict(Samples.HOSTILE));

        assertFalse(run.path("results").isEmpty());
        assertFalse(run.at("/invocations/0/executionSuccessful").asBoolean());
        assertTrue(run(Samples.noSources())
                .at("/invocations/0/executionSuccessful")
                .asBoolean());
    }

    @Test
    void nothingSaysWhereOrHowLongItWasGraded() {
        String text = report.text(Samples.ofRules("src/main/java", 0));

        assertFalse(text.contains("/in/dave"));
        assertFalse(text.contains("millis"));
    }

    /** The schema is worth something only if it refuses. */
    @Test
    void schemaRefusesAnotherLevel() {
        String text = report.text(Samples.ofRules("", 0));

        assertEquals(List.of(), Sarif.errors(text));
        assertNotEquals(List.of(), Sarif.errors(text.replace("\"level\" : \"error\"", "\"level\" : \"violation\"")));
        assertNotEquals(List.of(), Sarif.errors("{}"));
    }

    private JsonNode run(GradedSubmission submission) throws IOException {
        return Sarif.run(report.text(submission));
    }

    private static List<String> fingerprints(JsonNode run) {
        List<String> fingerprints = new ArrayList<>();
        run.path("results")
                .forEach(result -> fingerprints.add(
                        result.at("/partialFingerprints/racecourse~1v1").asText()));
        assertFalse(new HashSet<>(fingerprints).contains(""));
        return fingerprints;
    }
}
