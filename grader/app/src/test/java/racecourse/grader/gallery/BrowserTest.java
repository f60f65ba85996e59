package racecourse.grader.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import racecourse.grader.report.HtmlReport;
import racecourse.grader.report.Samples;

/** What a reader of the gallery sees, in a real browser. Skipped where there is none. */
class BrowserTest {
    private static final int DESKTOP = 1100;
    private static final int PHONE = 360;
    private static final int HEIGHT = 900;
    private static final long MOST_BYTES = 2_000_000;

    private static @Nullable Browser started;

    private final Browser browser = started();

    private static Browser started() {
        assumeTrue(started != null, "no chromium and chromedriver on the path: nobody has looked at the report");
        return Objects.requireNonNull(started);
    }

    @BeforeAll
    static void start() {
        started = Browser.start().orElse(null);
    }

    @AfterAll
    static void end() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        Gallery.graded();
        browser.show("screen", "light");
        browser.console();
        browser.requests();
        browser.open(Gallery.PAGE, DESKTOP, HEIGHT);
    }

    @Test
    void timelinesAreDrawn() {
        List<WebElement> drawings = browser.all("figure.timeline svg");

        assertTrue(drawings.size() >= 2, "drawings: " + drawings.size());
        for (WebElement drawing : drawings) {
            assertTrue(drawing.getSize().getWidth() > 200, "width of " + drawing.getDomAttribute("viewBox"));
            assertTrue(drawing.getSize().getHeight() > 60, "height of " + drawing.getDomAttribute("viewBox"));
            long steps = browser.number("return arguments[0].querySelectorAll('.step circle').length", drawing);
            assertTrue(steps >= 2, "steps: " + steps);
        }
    }

    @Test
    void foldsOpenByKeyboard() {
        WebElement fold = browser.all("details.fold").get(0);
        WebElement text = fold.findElement(By.cssSelector("pre, dl"));
        assertFalse(text.isDisplayed());

        fold.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);

        assertTrue(text.isDisplayed());
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, 768, DESKTOP})
    void pageIsAsWideAsTheView(int width) {
        browser.size(width, HEIGHT);

        long wide = browser.number("return document.documentElement.scrollWidth");

        assertTrue(wide <= width, wide + " px wide in a view of " + width);
    }

    @Test
    void printShowsWhatIsFolded() throws IOException {
        browser.show("print", "dark");

        long hidden = browser.number("return [...document.querySelectorAll('details.fold:not(.trace) > :not(summary)')]"
                + ".filter(e => e.getBoundingClientRect().height < 10).length");
        String paper = browser.text("return getComputedStyle(document.body).color");

        assertEquals(0, hidden);
        assertEquals("rgb(0, 0, 0)", paper, "ink on paper, in a dark scheme too");
        browser.print(Gallery.FOLDER.resolve("report.pdf"));
    }

    @Test
    void consoleIsSilentAndNothingElseIsFetched() throws IOException {
        browser.all("details.fold").forEach(fold -> browser.run("arguments[0].open = true", fold));

        assertEquals(List.of(), browser.console());
        assertEquals(List.of(Gallery.PAGE.toAbsolutePath().toUri().toString()), browser.requests());
    }

    @ParameterizedTest
    @CsvSource({"desktop-light, 1100, light", "desktop-dark, 1100, dark", "phone-light, 360, light"})
    void picturesAreKept(String name, int width, String scheme) throws IOException {
        browser.show("screen", scheme);
        browser.size(width, HEIGHT);
        Path file = Gallery.FOLDER.resolve(name + ".png");

        browser.picture(file);

        assertTrue(Files.size(file) > 10_000, file + " is blank");
    }

    @Test
    void twelveLabsThatAllFailAreOneSmallPage() throws IOException {
        Path page = Gallery.FOLDER.resolve("twelve-labs.html");
        new HtmlReport(Samples.RUBRIC, Samples.FACTS).write(Samples.ofTwelveLabs(), page);

        browser.open(page, DESKTOP, HEIGHT);

        long millis = browser.number("return performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertEquals(12, browser.all("main > section").size());
        assertTrue(browser.all("figure.timeline svg").size() >= 12 * 5, "drawings");
        assertTrue(Files.size(page) < MOST_BYTES, Files.size(page) + " bytes");
        System.out.println("report of twelve labs: " + Files.size(page) + " bytes, loaded in " + millis + " ms");
    }
}
