package racecourse.runner.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;

class AgainTokenTest {
    private static final Lab COUNTER = Labs.find("counter").orElseThrow();

    @Test
    void whatIsPrintedIsRead() {
        AgainToken token = new AgainToken("counter.no-lost-update", -7);

        assertEquals("counter.no-lost-update@-7", token.toString());
        assertEquals(token, AgainToken.parse(token.toString()));
    }

    @Test
    void onlyTheCheckAndWhatItNeedsIsLeft() {
        AgainToken token = AgainToken.parse("counter.visible@1");

        List<String> left =
                token.narrow(COUNTER).checks().stream().map(Check::id).toList();
        assertEquals(List.of("counter.counts-down", "counter.visible"), left);
        assertTrue(token.isOf(COUNTER));
        assertFalse(token.isOf(Labs.find("echo").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "counter.visible", "counter.visible@", "counter.visible@x"})
    void whatIsNoTokenSaysWhatOneIs(String text) {
        String message = refusal(text);

        assertTrue(message.contains("next: copy the line"), message);
    }

    @Test
    void unknownCheckIsToldWhichThereAre() {
        String message = refusal("counter.visibel@1");

        assertTrue(message.contains("there are counter.counts-down, "), message);
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> AgainToken.parse(text))
                .getMessage());
    }
}
