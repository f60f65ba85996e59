package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.protocol.Message;

class TextsTest {
    private final Texts texts = Texts.of("example", Locale.ENGLISH);

    static Stream<String> checks() {
        return Labs.all().stream().map(Lab::checks).flatMap(checks -> checks.stream()
                .map(check -> check.id()));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckHasATitle(String id) {
        Texts own = Texts.of(id.substring(0, id.indexOf('.')), Locale.ENGLISH);
        assertNotEquals(id + ".title", own.text(id + ".title"));
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
