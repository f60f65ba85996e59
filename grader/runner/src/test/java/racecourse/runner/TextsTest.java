package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.catalogue.Rules;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Message;

class TextsTest {
    private final Texts texts = Texts.of("example", Locale.ENGLISH);

    static Stream<String> checks() {
        return Labs.all().stream().map(Lab::checks).flatMap(checks -> checks.stream()
                .map(check -> check.id()));
    }

    static List<String> rules() {
        return Rules.ids();
    }

    /** What a person reads of checks and rules is made of the same parts. */
    @ParameterizedTest
    @MethodSource({"checks", "rules"})
    void everyCheckAndRuleIsExplained(String id) {
        Texts own = Texts.of(id.substring(0, id.indexOf('.')), Locale.ENGLISH);
        for (String part : List.of(".title", ".symptom", ".cause", ".look", ".concept")) {
            assertNotEquals(id + part, own.text(id + part));
        }
    }

    /** What these say is not in the lists of the rules about locks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine.waits-in-loop.waits-once.expected",
                "engine.waits-in-loop.waits-once.observed",
                "engine.waits-in-loop.waits-once.why",
                "engine.waits-in-loop.waits-once.try",
                "engine.waits-in-loop.sleeps-between-looks.expected",
                "engine.waits-in-loop.sleeps-between-looks.observed",
                "engine.waits-in-loop.sleeps-between-looks.why",
                "engine.waits-in-loop.sleeps-between-looks.try",
                "engine.single-signal.expected",
                "engine.single-signal.observed",
                "engine.single-signal.why",
                "engine.single-signal.try",
                "engine.ready-made.expected",
                "engine.ready-made.observed",
                "engine.ready-made.try",
                "engine.memory.unfollowed",
                "engine.memory.why",
                "engine.memory.raced",
                "engine.memory.raced.why"
            })
    void otherRulesHaveTheirMessages(String key) {
        assertNotEquals(key, texts.text(key));
    }

    @Test
    void noTwoRulesAndChecksHaveOneId() {
        List<String> ids = Stream.concat(checks(), rules().stream()).toList();

        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    /** Else a report could not say which rule it was. */
    @Test
    void rulesAreAskedByDetectorsOfTheirEngineAndByNoOthers() {
        for (Lab lab : Labs.all()) {
            for (Check check : lab.checks()) {
                for (Detector detector : check.detectors()) {
                    assertEquals(
                            detector.engine() == Engine.RULE,
                            !detector.detection().rules().isEmpty(),
                            detector.id());
                }
            }
        }
    }

    @Test
    void apostrophesAndBracesAreJustThat() {
        assertEquals("it's {a} 'quoted' {\"ticket_num\": 3}", texts.text(Message.of("example.plain")));
    }

    @Test
    void argumentsAreFilledInAsTheyAre() {
        assertEquals(
                "B's $1 \\ {1} met B's $1 \\ {1} at 7", texts.text(Message.of("example.holes", "B's $1 \\ {1}", 7)));
    }

    @Test
    void aMissingArgumentLeavesItsHole() {
        assertEquals("x met x at {1}", texts.text(Message.of("example.holes", "x")));
    }

    @Test
    void anUnknownKeyShowsWithItsArguments() {
        assertEquals("no.such.key", texts.text(Message.of("no.such.key")));
        assertEquals("no.such.key [a, 1]", texts.text(Message.of("no.such.key", "a", 1)));
        assertEquals("no.such.key", texts.text("no.such.key"));
    }

    @Test
    void anotherLanguageFallsBackToEnglish() {
        Texts chinese = Texts.of("example", Locale.SIMPLIFIED_CHINESE);
        assertEquals("计数器", chinese.text("example.translated"));
        assertEquals("x met y at z", chinese.text(Message.of("example.other", "x", "y", "z")));
    }

    @Test
    void aLabWithoutTextsHasTheSharedOnes() {
        assertEquals("expected", Texts.of("no-such-lab", Locale.ROOT).text("text.expected"));
    }
}
