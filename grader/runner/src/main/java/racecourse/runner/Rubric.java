package racecourse.runner;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;

/**
 * How many points each check is worth.
 *
 * @param cap the most that a submission can have, in per cent of the maximum
 * @param labs the labs that count, each with its checks and their worth
 */
public record Rubric(double cap, Map<String, Map<String, Worth>> labs) {
    private static final String BUNDLED = "/racecourse/runner/rubric.yaml";
    private static final double HUNDRED = 100;
    private static final int VERSION = 1;

    /**
     * What a check is worth.
     *
     * @param points how many points
     * @param bonus whether they count on top of the maximum
     */
    public record Worth(double points, boolean bonus) {}

    /** Returns the rubric that comes with the kit. */
    public static Rubric bundled() {
        try (InputStream in = Rubric.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the kit has no rubric");
            }
            return parse("the bundled rubric", new YAMLMapper().readTree(in));
        } catch (IOException | RubricProblem e) {
            throw new IllegalStateException("the bundled rubric is broken", e);
        }
    }

    /**
     * Reads a rubric.
     *
     * @param file a YAML file
     * @return the rubric
     * @throws RubricProblem if it cannot be read, is no rubric, names checks that do not exist, or gives no points
     */
    public static Rubric read(Path file) throws RubricProblem {
        try {
            return parse(file.toString(), new YAMLMapper().readTree(Files.readString(file)));
        } catch (JacksonException e) {
            throw new RubricProblem(file + " is no YAML: " + e.getOriginalMessage() + ". Compare it with the rubric"
                    + " in the kit's README.");
        } catch (IOException e) {
            throw new RubricProblem(file + " cannot be read: " + e + ". Give a readable file after --rubric.");
        }
    }

    private static Rubric parse(String name, JsonNode root) throws RubricProblem {
        JsonNode labs = root.path("labs");
        if (!labs.isObject() || labs.isEmpty()) {
            throw new RubricProblem(name + " has no labs. It wants  labs: { counter: { counter.no-lost-update: 3 } }.");
        }
        JsonNode version = root.path("version");
        if (!version.isMissingNode() && (!version.isInt() || version.asInt() != VERSION)) {
            throw new RubricProblem(name + " is of version " + version + "; this kit reads version " + VERSION
                    + ". Start from the kit's own rubric, or take the kit that it was written for.");
        }
        Map<String, Map<String, Worth>> read = new LinkedHashMap<>();
        double sum = 0;
        for (Map.Entry<String, JsonNode> entry : labs.properties()) {
            Map<String, Worth> checks = checks(name, entry.getKey(), entry.getValue());
            sum += checks.values().stream().mapToDouble(Worth::points).sum();
            read.put(entry.getKey(), checks);
        }
        if (sum == 0) {
            throw new RubricProblem(name + " gives no points at all. Give at least one check some.");
        }
        JsonNode cap = root.path("cap");
        if (!cap.isMissingNode()
                && (!cap.isNumber() || !(cap.asDouble() > 0 && cap.asDouble() < Double.POSITIVE_INFINITY))) {
            throw new RubricProblem(name + ": cap is " + cap + ", but wants a number of per cent, such as 100.");
        }
        return new Rubric(cap.isMissingNode() ? HUNDRED : cap.asDouble(), read);
    }

    private static Map<String, Worth> checks(String name, String labName, JsonNode node) throws RubricProblem {
        Optional<Lab> lab = Labs.find(labName);
        if (lab.isEmpty()) {
            throw new RubricProblem(name + " has a lab that does not exist: " + labName + ". There are "
                    + Labs.all().stream().map(Lab::name).collect(Collectors.joining(", ")) + ".");
        }
        Set<String> known = lab.get().checks().stream().map(Check::id).collect(Collectors.toSet());
        if (!node.isObject() || node.isEmpty()) {
            throw new RubricProblem(name + ": " + labName + " has no checks. It wants  " + labName + ": { "
                    + known.stream().sorted().findFirst().orElse("check") + ": 1 }.");
        }
        Set<String> unknown = new TreeSet<>();
        Map<String, Worth> checks = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                unknown.add(entry.getKey());
            }
            checks.put(entry.getKey(), worth(name, entry.getKey(), entry.getValue()));
        }
        if (!unknown.isEmpty()) {
            throw new RubricProblem(name + " names checks of " + labName + " that do not exist: "
                    + String.join(", ", unknown) + ". There are "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
        return checks;
    }

    private static Worth worth(String name, String check, JsonNode node) throws RubricProblem {
        JsonNode points = node.isObject() ? node.path("points") : node;
        if (!points.isNumber() || !(points.asDouble() >= 0 && points.asDouble() < Double.POSITIVE_INFINITY)) {
            throw new RubricProblem(
                    name + ": the points of " + check + " are " + node + ", but want to be a number of 0 or more.");
        }
        JsonNode bonus = node.path("bonus");
        if (!bonus.isMissingNode() && !bonus.isBoolean()) {
            throw new RubricProblem(name + ": bonus of " + check + " is " + bonus + ", but wants to be true or false.");
        }
        return new Worth(points.asDouble(), node.path("bonus").asBoolean(false));
    }

    /** Returns what a check is worth; nothing if the rubric does not name it. */
    public Worth worth(String lab, String check) {
        return labs.getOrDefault(lab, Map.of()).getOrDefault(check, new Worth(0, false));
    }

    /** Returns the points of a check. */
    public Points points(String lab, CheckResult check) {
        Worth worth = worth(lab, check.id());
        double points = worth.points();
        double max = worth.bonus() ? 0 : points;
        Verdict verdict = check.verdict();
        if (verdict instanceof Verdict.NotApplicable) {
            return Points.NONE;
        }
        if (verdict instanceof Verdict.Passed) {
            return new Points(points, 0, 0, max);
        }
        boolean lost = verdict.isLost();
        // a bonus that was not earned takes nothing away
        return lost ? new Points(0, max, 0, max) : new Points(0, 0, max, max);
    }

    /** Returns the points of a lab. */
    public Points points(LabResult lab) {
        return lab.checks().stream().map(check -> points(lab.lab(), check)).reduce(Points.NONE, Points::plus);
    }

    /** Returns a sum of points with what is earned cut at the cap. */
    public Points capped(Points points) {
        double most = points.max() * cap / HUNDRED;
        return new Points(Math.min(points.earned(), most), points.lost(), points.undecided(), points.max());
    }
}
