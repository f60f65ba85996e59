package racecourse.grader.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColoursTest {
    @Test
    void terminalHasColours() {
        assertTrue(Colours.areWanted(true, false, Map.of()));
    }

    @Test
    void fileHasNone() {
        assertFalse(Colours.areWanted(false, false, Map.of()));
    }

    @Test
    void noColorIsHonoured() {
        assertFalse(Colours.areWanted(true, false, Map.of("NO_COLOR", "1")));
        assertFalse(Colours.areWanted(true, true, Map.of()));
    }

    /** By the convention it is the value that counts: an empty one is none. */
    @Test
    void emptyNoColorIsNone() {
        assertTrue(Colours.areWanted(true, false, Map.of("NO_COLOR", "")));
    }
}
