package racecourse.grader.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Step;

/**
 * A check in a result.
 *
 * @param lab its lab
 * @param sourceHash of the lab's sources
 * @param id its id
 * @param verdict one word
 * @param then what its detectors saw, if it failed
 */
record StoredCheck(String lab, String sourceHash, String id, String verdict, List<Finding> then) {
    StoredCheck {
        then = List.copyOf(then);
    }

    static StoredCheck read(JsonNode lab, JsonNode check) {
        Map<String, List<Sight>> sights = new LinkedHashMap<>();
        for (JsonNode evidence : check.path("evidence")) {
            sights.computeIfAbsent(evidence.path("detector").asText(), id -> new ArrayList<>())
                    .add(sight(evidence));
        }
        List<Finding> then = new ArrayList<>();
        for (JsonNode detector : check.path("detectors")) {
            String id = detector.path("id").asText();
            List<Sight> own = sights.get(id);
            if (own != null) {
                then.add(new Finding(
                        id,
                        StoredResult.constant(
                                Engine.class, detector.path("engine").asText()),
                        own));
            }
        }
        return new StoredCheck(
                lab.path("lab").asText(),
                lab.path("sourceHash").asText(),
                check.path("id").asText(),
                check.path("verdict").asText(),
                then);
    }

    /** Returns what was seen without the official harness, or all if nothing was. */
    List<Finding> quickly() {
        List<Finding> quick = then.stream()
                .filter(finding -> finding.engine() != Engine.HARNESS)
                .toList();
        return quick.isEmpty() ? then : quick;
    }

    /** Returns what one detector saw. */
    List<Finding> by(String detector) {
        return then.stream()
                .filter(finding -> finding.detector().equals(detector))
                .toList();
    }

    private static Sight sight(JsonNode evidence) {
        List<String> facts = new ArrayList<>();
        evidence.path("arguments").forEach(argument -> facts.add(argument.asText()));
        List<Sight.Line> lines = new ArrayList<>();
        for (JsonNode place : evidence.path("where")) {
            lines.add(new Sight.Line(
                    place.path("file").asText(), place.path("line").asInt()));
        }
        List<Sight.Move> moves = new ArrayList<>();
        for (JsonNode step : evidence.path("timeline").path("steps")) {
            moves.add(new Sight.Move(
                    step.path("lane").asInt(),
                    StoredResult.constant(Step.Action.class, step.path("action").asText()),
                    step.path("target").asText(),
                    step.path("value").asText(),
                    line(step)));
        }
        List<Sight.Count> counts = new ArrayList<>();
        for (JsonNode row : evidence.path("outcomes").path("rows")) {
            counts.add(new Sight.Count(
                    row.path("outcome").asText(),
                    row.path("forbidden").asBoolean(),
                    row.path("count").asLong()));
        }
        return new Sight(evidence.path("kind").asText(), facts, lines, moves, counts);
    }

    private static Sight.@Nullable Line line(JsonNode step) {
        return step.has("file")
                ? new Sight.Line(step.path("file").asText(), step.path("line").asInt())
                : null;
    }
}
