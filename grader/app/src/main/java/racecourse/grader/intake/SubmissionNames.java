package racecourse.grader.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names submissions by their directories: {@code alice}; where two are called alike, {@code alice-lab} and {@code bob-lab}. */
public final class SubmissionNames {
    private SubmissionNames() {}

    /**
     * Names directories.
     *
     * @param directories the submissions' directories, absolute
     * @return a name each, in the same order, all different even where upper and lower case are one
     */
    public static List<String> of(List<Path> directories) {
        Map<String, Integer> alike = new HashMap<>();
        for (Path directory : directories) {
            alike.merge(key(last(directory, 1)), 1, Integer::sum);
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Path directory : directories) {
            String plain = last(directory, 1);
            String name = alike.getOrDefault(key(plain), 1) > 1 ? last(directory, 2) : plain;
            String unique = name;
            for (int number = 2; !taken.add(key(unique)); number++) {
                unique = name + "-" + number;
            }
            names.add(unique);
        }
        return names;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String last(Path directory, int parts) {
        Path path = directory.normalize();
        int count = path.getNameCount();
        if (count == 0) {
            return "submission";
        }
        String name = path.subpath(Math.max(0, count - parts), count).toString();
        String clean = name.replaceAll("[/\\\\]", "-").replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
        // a name that begins with a dot would be hidden, or climb
        return clean.startsWith(".") ? "_" + clean : clean;
    }
}
