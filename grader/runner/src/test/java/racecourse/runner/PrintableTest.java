package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertEquals("a\tß – 猫 😀 a::b", Printable.line("a\tß – 猫 😀 a::b"));
        assertEquals(List.of("one", "  two"), Printable.lines("one\n  two"));
    }

    @Test
    void whatSteersATerminalIsShown() {
        assertEquals("\\u001b[2Jred\\u0007\\u000d", Printable.line("\u001b[2Jred\u0007\r"));
        assertEquals("\\u009b31m\\u202egnp", Printable.line("\u009b31m\u202egnp"));
        assertEquals("a\\u000ascore 13 of 13", Printable.line("a\nscore 13 of 13"));
    }

    @Test
    void whatABuildServerTakesForACommandIsMarked() {
        assertEquals(
                List.of("said", "| ::error::x", "   | ##vso[x]"), Printable.lines("said\n::error::x\n   ##vso[x]"));
    }
}
