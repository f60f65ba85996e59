package racecourse.grader.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for annotations by which one grading's are known again in the next: of the rule, the file, and what stands in
 * the line. Neither when nor where it was graded is in them. Not thread-safe.
 */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    /** Returns the name of an annotation; the second of two that are alike gets another. */
    String of(Annotation annotation) {
        String text = annotation.rule() + "\n" + annotation.weight() + "\n" + annotation.identity();
        int number = seen.merge(text, 1, Integer::sum);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((text + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
