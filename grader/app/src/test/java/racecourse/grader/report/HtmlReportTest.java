package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

class HtmlReportTest {
    private final HtmlReport report = new HtmlReport(Samples.RUBRIC, Samples.FACTS, Samples.AGAIN);

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://", "src=", "href=", "url(", "@import", "<script", "<iframe", "<link"})
    void pageFetchesNothing(String reference) {
        String page = report.text(Samples.ofEveryVerdict("x")).toLowerCase(Locale.ROOT);

        assertFalse(page.contains(reference), reference);
    }

    @Test
    void pagesOfTheOfficialHarnessAreLinkedWhereThereAreSome() {
        String page = report.text(Samples.ofOfficial(new Outcome.Clean()));

        assertTrue(
                page.contains("href=\"jcstress/counter.no-lost-update.decrement-decrement.official/index.html\""),
                page);
        assertFalse(report.text(Samples.ofOfficial(new Outcome.Powerless(Message.of("engine.harness.late", 1))))
                .contains("href="));
    }

    @Test
    void evidenceIsTextNotMarkup() {
        String page = report.text(Samples.ofEveryVerdict(Samples.HOSTILE));

        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void namesAreTextNotMarkup() {
        String page = report.text(Samples.named("\"><script>alert(1)</script>"));

        assertFalse(page.contains("<script"), page);
    }

    @Test
    void javacsWordsAreTextNotMarkup() {
        String page = report.text(Samples.notCompiled("List<script>"));

        assertTrue(page.contains("lab/counter/MutexCounter.java:7: "), page);
        assertTrue(page.contains("List&lt;script&gt;"), page);
    }

    @Test
    void everyCheckIsThereWithItsVerdict() {
        String page = report.text(Samples.ofEveryVerdict("boom"));

        for (String text : new String[] {
            "passed",
            "failed",
            "blocked",
            "inconclusive",
            "grader error",
            "not applicable",
            "counter.no-lost-update",
            "boom was thrown"
        }) {
            assertTrue(page.contains(text), text);
        }
    }

    @Test
    void fileIsThePage() throws IOException {
        Path file = temp.resolve("report.html");

        report.write(Samples.noSources(), file);

        assertEquals(report.text(Samples.noSources()), Files.readString(file));
    }
}
