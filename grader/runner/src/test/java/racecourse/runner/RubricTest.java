package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static racecourse.runner.Fixtures.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.protocol.Message;

class RubricTest {
    private static final String CHECK = "counter.no-lost-update";

    private final Path directory;

    RubricTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Rubric read(String yaml) throws IOException, RubricProblem {
        return Rubric.read(Files.writeString(directory.resolve("rubric.yaml"), yaml));
    }

    private String problem(String yaml) {
        return String.valueOf(
                assertThrows(RubricProblem.class, () -> read(yaml)).getMessage());
    }

    @Test
    void theBundledRubricAndTheCatalogueNameTheSameChecks() {
        Map<String, Set<String>> catalogue = Labs.all().stream()
                .collect(Collectors.toMap(
                        Lab::name, lab -> lab.checks().stream().map(Check::id).collect(Collectors.toSet())));
        Map<String, Set<String>> rubric = Rubric.bundled().labs().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().keySet()));
        assertEquals(catalogue, rubric);
    }

    @Test
    void pointsAndBonusAreRead() throws Exception {
        Rubric rubric = read("version: 1\ncap: 110\nlabs: { counter: { " + CHECK
                + ": 3, counter.visible: {points: 2.5, bonus: true}}}");
        assertEquals(110, rubric.cap());
        assertEquals(new Rubric.Worth(3, false), rubric.worth("counter", CHECK));
        assertEquals(new Rubric.Worth(2.5, true), rubric.worth("counter", "counter.visible"));
        assertEquals(new Rubric.Worth(0, false), rubric.worth("counter", "counter.independent"));
        assertEquals(new Rubric.Worth(0, false), rubric.worth("tickets", "tickets.thread-sells"));
    }

    @Test
    void theCapIsAHundredUnlessGiven() throws Exception {
        assertEquals(100, read("labs: { counter: { " + CHECK + ": 3 }}").cap());
    }

    @Test
    void unknownChecksAreNamedBesideThoseThereAre() {
        String problem = problem("labs: { counter: { counter.no-such-thing: 1 }}");
        assertTrue(problem.contains("rubric.yaml"), problem);
        assertTrue(problem.contains("counter.no-such-thing"), problem);
        assertTrue(problem.contains(CHECK), problem);
    }

    @Test
    void aCheckOfAnotherLabIsUnknown() {
        String problem = problem("labs: { counter: { tickets.thread-sells: 1 }}");
        assertTrue(problem.contains("tickets.thread-sells"), problem);
    }

    @Test
    void unknownLabsAreNamedBesideThoseThereAre() {
        String problem = problem("labs: { conter: { " + CHECK + ": 1 }}");
        assertTrue(problem.contains("conter"), problem);
        assertTrue(problem.contains("tickets, "), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "{bonus: true}", "[1]", "~", "true"})
    void pointsThatAreNoneAreRefused(String points) {
        String problem = problem("labs: { counter: { " + CHECK + ": " + points + " }}");
        assertTrue(problem.contains(CHECK), problem);
        assertTrue(problem.contains("0 or more"), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "[1, 2]", "version: 1", "labs: {}", "labs: { counter: {} }", "labs: 3"})
    void aFileWithoutChecksIsRefusedWithAnExample(String yaml) {
        String problem = problem(yaml);
        assertTrue(problem.contains("rubric.yaml"), problem);
        assertTrue(problem.contains("It wants"), problem);
    }

    @Test
    void aRubricOfNoPointsIsRefused() {
        assertTrue(problem("labs: { counter: { " + CHECK + ": 0 }}").contains("no points"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "all"})
    void aCapThatIsNoneIsRefused(String cap) {
        assertTrue(problem("cap: " + cap + "\nlabs: { counter: { " + CHECK + ": 1 }}")
                .contains("cap"));
    }

    @Test
    void whatIsNoYamlIsRefused() {
        String problem = problem("labs: { counter: [ unclosed");
        assertTrue(problem.contains("rubric.yaml is no YAML"), problem);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        RubricProblem problem = assertThrows(RubricProblem.class, () -> Rubric.read(directory.resolve("missing.yaml")));
        assertTrue(String.valueOf(problem.getMessage()).contains("missing.yaml cannot be read"));
    }

    @Test
    void eachVerdictHasItsPoints() throws Exception {
        Rubric rubric = read("labs: { counter: { " + CHECK + ": 3 }}");
        Message reason = Message.of("reason");
        assertEquals(new Points(3, 0, 0, 3), points(rubric, new Verdict.Passed()));
        assertEquals(new Points(0, 3, 0, 3), points(rubric, new Verdict.Failed(List.of(Fixtures.EVIDENCE))));
        assertEquals(new Points(0, 3, 0, 3), points(rubric, new Verdict.Blocked("x", true)));
        assertEquals(new Points(0, 0, 3, 3), points(rubric, new Verdict.Blocked("x", false)));
        assertEquals(new Points(0, 0, 3, 3), points(rubric, new Verdict.Inconclusive(reason)));
        assertEquals(new Points(0, 0, 3, 3), points(rubric, new Verdict.GraderError("bug")));
        assertEquals(Points.NONE, points(rubric, new Verdict.NotApplicable(reason)));
    }

    private static Points points(Rubric rubric, Verdict verdict) {
        return rubric.points("counter", result(CHECK, verdict));
    }

    @Test
    void aBonusCountsWhenEarnedAndOnlyThen() throws Exception {
        Rubric rubric = read("labs: { counter: { " + CHECK + ": {points: 3, bonus: true}}}");
        assertEquals(new Points(3, 0, 0, 0), points(rubric, new Verdict.Passed()));
        assertEquals(Points.NONE, points(rubric, new Verdict.Failed(List.of(Fixtures.EVIDENCE))));
        assertEquals(Points.NONE, points(rubric, new Verdict.GraderError("bug")));
    }

    @Test
    void aLabIsTheSumAndTheCapCutsIt() throws Exception {
        Rubric rubric = read("labs: { counter: { " + CHECK + ": 3, counter.visible: {points: 2, bonus: true}}}");
        Points points = rubric.points(new LabResult(
                "counter",
                List.of(result(CHECK, new Verdict.Passed()), result("counter.visible", new Verdict.Passed())),
                "",
                List.of()));
        assertEquals(new Points(5, 0, 0, 3), points);
        assertEquals(new Points(3, 0, 0, 3), rubric.capped(points));
    }

    @Test
    void anotherVersionIsRefused() {
        String message = problem("version: 7\nlabs: { counter: { " + CHECK + ": 3 } }");
        assertTrue(message.contains("version 7") && message.contains("version 1"), message);
    }

    @Test
    void whatIsNeitherTrueNorFalseIsNoBonus() {
        String message = problem("labs: { counter: { " + CHECK + ": {points: 2, bonus: maybe} } }");
        assertTrue(message.contains("maybe") && message.contains("true or false"), message);
    }
}
