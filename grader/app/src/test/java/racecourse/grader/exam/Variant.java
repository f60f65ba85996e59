package racecourse.grader.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import racecourse.runner.Races;

/**
 * A submission of the exam.
 *
 * @param lab the lab that it is about
 * @param broken whether it has a mistake
 * @param name its folder's name
 * @param folder its sources; what is missing there is taken from the reference
 * @param fails ids of the checks that it must fail; of a correct one, those whose bonus points it goes without
 * @param races quick where only the race engines catch it, and for all correct ones; what a variant of one office leaves
 *     as it is in the reference needs no race engine once more
 */
record Variant(String lab, boolean broken, String name, Path folder, List<String> fails, Races races) {
    private static final Path ROOT = Path.of("src/test/variants");
    private static final Path REFERENCE = Path.of("../../reference/src/main/java");

    /** Returns the variants of a lab, sorted by kind and name. */
    static List<Variant> of(String lab) throws IOException {
        List<Variant> variants = new ArrayList<>();
        // what is known to be uncaught lies beside them, in a folder of its own
        for (String kind : List.of("broken", "correct")) {
            try (Stream<Path> folders = Files.list(ROOT.resolve(lab).resolve(kind))) {
                for (Path folder : folders.sorted().toList()) {
                    variants.add(read(lab, kind.equals("broken"), folder));
                }
            }
        }
        return variants;
    }

    private static Variant read(String lab, boolean broken, Path folder) throws IOException {
        JsonNode facts = new YAMLMapper().readTree(Files.readString(folder.resolve("variant.yaml")));
        List<String> fails = new ArrayList<>();
        facts.path("fails").forEach(id -> fails.add(id.asText()));
        String name = folder.getFileName().toString();
        boolean quick = broken ? facts.path("races").asText().equals("quick") : !name.startsWith("process-");
        return new Variant(lab, broken, name, folder, fails, quick ? Races.QUICK : Races.NONE);
    }

    /** Returns its kind and name: {@code broken/no-lock}. */
    String path() {
        return (broken ? "broken/" : "correct/") + name;
    }

    /** Writes a whole submission into an empty directory. */
    void writeTo(Path directory) throws IOException {
        copy(REFERENCE.resolve("lab").resolve(lab), directory.resolve("lab").resolve(lab));
        copy(folder.resolve("lab"), directory.resolve("lab"));
    }

    /** Copies all files of a folder, over those that are there. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
