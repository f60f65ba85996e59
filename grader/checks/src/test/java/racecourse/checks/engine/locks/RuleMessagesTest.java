package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a rule may say has its texts, and no text is left of what none says any more. */
class RuleMessagesTest {
    private static final String STEM = "locks.";
    private static final String FIRST_PART = ".expected";

    static List<String> said() {
        return RuleCatalogue.all().stream()
                .flatMap(rule -> rule.says().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("said")
    void hasItsTexts(String stem) throws IOException {
        Properties texts = texts();
        for (String part : List.of(".expected", ".observed", ".here", ".why", ".try")) {
            assertFalse(texts.getProperty(STEM + stem + part, "").isBlank(), () -> stem + part + " has no text");
        }
    }

    @Test
    void isSaidByOneRule() throws IOException {
        assertEquals(
                said().stream().sorted().distinct().toList(),
                said().stream().sorted().toList());
        TreeSet<String> texts = new TreeSet<>();
        for (String key : texts().stringPropertyNames()) {
            if (key.endsWith(FIRST_PART)) {
                texts.add(key.substring(STEM.length(), key.length() - FIRST_PART.length()));
            }
        }
        assertEquals(texts, new TreeSet<>(said()));
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (var in = Finding.class.getResourceAsStream("/racecourse/checks/engine/locks-messages.properties")) {
            texts.load(in);
        }
        return texts;
    }
}
