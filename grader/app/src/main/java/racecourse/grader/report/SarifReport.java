package racecourse.grader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racecourse.checks.catalogue.Rules;
import racecourse.checks.protocol.Message;
import racecourse.grader.report.Annotation.Spot;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Texts;
import racecourse.runner.Verdict;

/**
 * A graded submission as SARIF 2.1.0, for code hosts that annotate lines: an error for what has cost points, a note for
 * advice, an open result where a rule could not follow. Files are named relative to the submission. Two gradings that
 * saw the same write the same. Thread-safe.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";
    /** The name by which code hosts know the root of what they show. */
    private static final String ROOT = "%SRCROOT%";

    private static final String UNRESERVED = "-._~/";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final RunFacts facts;

    /**
     * Prepares.
     *
     * @param facts where and how it was graded; only the kit's version is told
     */
    public SarifReport(RunFacts facts) {
        this.facts = facts;
    }

    /**
     * Writes a submission's result.
     *
     * @param submission the submission
     * @param file the file
     * @throws IOException if it cannot be written; there is no half file then
     */
    public void write(GradedSubmission submission, Path file) throws IOException {
        WholeFile.write(file, text(submission));
    }

    String text(GradedSubmission submission) {
        List<Annotation> annotations = Annotations.of(submission);
        List<String> rules = new ArrayList<>(Rules.ids());
        annotations.stream()
                .map(Annotation::rule)
                .filter(rule -> !rules.contains(rule))
                .distinct()
                .forEach(rules::add);
        ObjectNode root = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", VERSION);
        ObjectNode run = root.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"), rules);
        run.putArray("invocations").addObject().put("executionSuccessful", !graderFailed(submission));
        run.putObject("originalUriBaseIds")
                .putObject(ROOT)
                .putObject("description")
                .put("text", "the folder that was handed in");
        ArrayNode results = run.putArray("results");
        Fingerprints fingerprints = new Fingerprints();
        for (Annotation annotation : annotations) {
            ObjectNode result = results.addObject()
                    .put("ruleId", annotation.rule())
                    .put("ruleIndex", rules.indexOf(annotation.rule()));
            result(result, annotation, submission.root());
            result.putObject("partialFingerprints").put("racecourse/v1", fingerprints.of(annotation));
        }
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers", e);
        }
    }

    private static boolean graderFailed(GradedSubmission submission) {
        return submission.labs().stream()
                .flatMap(lab -> lab.result().checks().stream())
                .anyMatch(check -> check.verdict() instanceof Verdict.GraderError);
    }

    private void driver(ObjectNode driver, List<String> ids) {
        driver.put("name", "Racecourse").put("version", facts.kit());
        ArrayNode rules = driver.putArray("rules");
        for (String id : ids) {
            Texts texts = Texts.of(id.substring(0, id.indexOf('.')), Locale.ENGLISH);
            ObjectNode rule = rules.addObject().put("id", id);
            text(rule.putObject("shortDescription"), texts.text(id + ".title"));
            text(
                    rule.putObject("fullDescription"),
                    texts.text(Message.of("rule.full", texts.text(id + ".symptom"), texts.text(id + ".cause"))));
            text(
                    rule.putObject("help"),
                    texts.text(Message.of("rule.help", texts.text(id + ".look"), texts.text(id + ".concept"))));
        }
    }

    private static void result(ObjectNode result, Annotation annotation, String root) {
        switch (annotation.weight()) {
            case ERROR -> result.put("level", "error");
            case NOTE -> result.put("level", "note");
            case OPEN -> result.put("kind", "open").put("level", "none");
        }
        text(result.putObject("message"), annotation.text());
        location(result.putArray("locations").addObject(), annotation.at(), root);
        if (!annotation.further().isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            for (Spot spot : annotation.further()) {
                location(related.addObject().put("id", related.size()), spot, root);
            }
        }
    }

    private static void location(ObjectNode location, Spot spot, String root) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", encoded(root.isEmpty() ? spot.file() : root + "/" + spot.file()))
                .put("uriBaseId", ROOT);
        // hosts want a line; where none is known the first stands for the file
        physical.putObject("region").put("startLine", Math.max(1, spot.line()));
        if (!spot.remark().isEmpty()) {
            text(location.putObject("message"), spot.remark());
        }
    }

    /** Braces are holes and brackets may be links, where SARIF has text; a submission's own words are neither. */
    private static void text(ObjectNode message, String text) {
        message.put("text", text.replace("{", "{{").replace("}", "}}").replace("](", "] ("));
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
            if (letter || UNRESERVED.indexOf(one) >= 0) {
                uri.append((char) one);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", one));
            }
        }
        return uri.toString();
    }
}
