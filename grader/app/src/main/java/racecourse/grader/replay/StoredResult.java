package racecourse.grader.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@code result.json}, as far as a replay needs it.
 *
 * @param file the file
 * @param directory where the submission was
 * @param run how it was graded, by name: the kit's version, the JDK's and so on
 * @param seed the seed of everything random
 * @param checks every check
 */
public record StoredResult(Path file, Path directory, Map<String, String> run, long seed, List<StoredCheck> checks) {
    private static final int SCHEMA = 1;

    public StoredResult {
        run = Map.copyOf(run);
        checks = List.copyOf(checks);
    }

    /**
     * Reads a result.
     *
     * @param place the file, or the directory that holds it
     * @return the result
     * @throws ReplayProblem if it cannot be read, or is of another kit
     */
    public static StoredResult read(Path place) throws ReplayProblem {
        Path file = Files.isDirectory(place) ? place.resolve("result.json") : place;
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new ReplayProblem(
                    "no result can be read from " + file + ": " + e
                            + "\n  next: give a result.json, or the folder that --out named",
                    e);
        }
        if (root.path("schema").asInt() != SCHEMA || !root.path("directory").isTextual()) {
            throw new ReplayProblem(file + " is no result of this kit\n  next: grade the submission again");
        }
        JsonNode run = root.path("run");
        Map<String, String> facts = new TreeMap<>();
        for (String name : List.of("kit", "jdk", "system", "processors")) {
            facts.put(name, run.path(name).asText());
        }
        for (Map.Entry<String, JsonNode> worker : run.path("workers").properties()) {
            facts.put("flags of the " + worker.getKey() + " worker", flags(worker.getValue()));
        }
        List<StoredCheck> checks = new ArrayList<>();
        for (JsonNode lab : root.path("labs")) {
            lab.path("checks").forEach(check -> checks.add(StoredCheck.read(lab, check)));
        }
        return new StoredResult(
                file,
                Path.of(root.path("directory").asText()),
                facts,
                run.path("seed").asLong(),
                checks);
    }

    /** Writes flags as one text, so that they can be compared. */
    static String flags(Iterable<?> flags) {
        List<String> texts = new ArrayList<>();
        flags.forEach(flag -> texts.add(flag instanceof JsonNode node ? node.asText() : flag.toString()));
        return String.join(" ", texts);
    }

    /**
     * Finds what is to be repeated. The official harness takes minutes, so it is left out of a check that others saw
     * something of too, unless it is asked for itself.
     *
     * @param id of a check that failed, or of one of its detectors that saw why
     * @return what was seen there
     * @throws ReplayProblem if nothing was
     */
    public Asked ask(String id) throws ReplayProblem {
        String checkId = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        StoredCheck check = checks.stream()
                .filter(one -> one.id().equals(checkId))
                .findFirst()
                .orElseThrow(() -> new ReplayProblem(
                        "there is no check " + checkId + " in " + file + "; there are " + ids(checks) + failed()));
        if (!check.verdict().equals("failed")) {
            throw new ReplayProblem(
                    checkId + " is " + check.verdict() + " in " + file + ", so there is nothing to repeat" + failed());
        }
        if (check.then().isEmpty()) {
            throw new ReplayProblem(file + " does not say which detector saw what: an older kit wrote it"
                    + "\n  next: grade the submission again");
        }
        List<Finding> then = checkId.equals(id) ? check.quickly() : check.by(id);
        if (then.isEmpty()) {
            throw new ReplayProblem(id + " saw no violation in " + file + "\n  next: take one that did: "
                    + String.join(
                            ", ", check.then().stream().map(Finding::detector).toList()));
        }
        return new Asked(check.lab(), check.sourceHash(), checkId, then);
    }

    private String failed() {
        List<StoredCheck> failed = checks.stream()
                .filter(check -> check.verdict().equals("failed"))
                .toList();
        return failed.isEmpty() ? "\n  none failed there" : "\n  next: take one that failed: " + ids(failed);
    }

    private static String ids(List<StoredCheck> checks) {
        return String.join(", ", checks.stream().map(StoredCheck::id).toList());
    }

    /** Returns the constant of an enum that is written in small letters, with spaces. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
