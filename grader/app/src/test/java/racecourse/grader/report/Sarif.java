package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** SARIF as its schema sees it, and as a code host reads it. */
public final class Sarif {
    private static final Schema SCHEMA = schema();

    private Sarif() {}

    /** Returns what the schema says against a text. */
    static List<String> errors(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Returns the one run of a valid text. */
    public static JsonNode run(String text) throws JsonProcessingException {
        assertEquals(List.of(), errors(text));
        JsonNode root = new ObjectMapper().readTree(text);
        assertEquals("2.1.0", root.path("version").asText());
        assertEquals(1, root.path("runs").size());
        return root.path("runs").path(0);
    }

    /** Returns each result of a run as a host shows it: level, rule, file and line. */
    public static List<String> lines(JsonNode run) {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : run.path("results")) {
            String rule = result.path("ruleId").asText();
            assertEquals(
                    rule,
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id")
                            .asText());
            lines.add(result.path("level").asText() + " " + rule + " " + place(result.at("/locations/0")));
        }
        return lines;
    }

    static String place(JsonNode location) {
        JsonNode physical = location.path("physicalLocation");
        return physical.at("/artifactLocation/uri").asText() + ":"
                + physical.at("/region/startLine").asInt();
    }

    private static Schema schema() {
        // the jar of a model of SARIF that is otherwise not used
        try (InputStream in = Sarif.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(in, "the schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
