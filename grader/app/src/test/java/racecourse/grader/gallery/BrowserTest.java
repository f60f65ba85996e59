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

    private static final String NO_BROWSER =
            "no chromium and chromedriver on the path: nobody has looked at the report";

    private static @Nullable Browser started;

    private final Browser browser = started();

    private static Browser started() {
        assumeTrue(started != null, NO_BROWSER);
        return Objects.requireNonNull(started);
    }

    @BeforeAll
    static void start() {
        started = Browser.start().orElse(null);
        if (started == null) {
            // Maven counts what is skipped, and does not say why
            System.out.println("SKIPPED: " + NO_BROWSER);
        }
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

    @Test
    void circleIsDrawn() {
        WebElement circle = browser.all("figure.circle svg").get(0);

        assertTrue(browser.number("return arguments[0].querySelectorAll('polygon').length", circle) >= 4, "arrows");
        assertTrue(circle.getSize().getHeight() > 100, "height");
    }

    @Test
    void momentsOfLossAreMarked() {
        assertTrue(browser.all("figure.timeline .moment").size() >= 3);
    }

    @Test
    void readersOfTheScreenHaveTheStructure() {
        String told = browser.text("const wrong = [];"
                + "for (const svg of document.querySelectorAll('figure svg')) {"
                + "  const texts = svg.getAttribute('aria-labelledby').split(' ')"
                + "      .map(id => document.getElementById(id).textContent.trim());"
                + "  if (svg.getAttribute('role') != 'img' || texts.some(text => !text)) wrong.push(svg.outerHTML);"
                + "}"
                + "for (const name of ['header', 'main', 'footer', 'h1'])"
                + "  if (document.querySelectorAll(name).length != 1) wrong.push(name);"
                + "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                + "wrong.push(...ids.filter((id, i) => ids.indexOf(id) != i));"
                + "let level = 1;"
                + "for (const h of document.querySelectorAll('h1, h2, h3')) {"
                + "  if (+h.tagName[1] > level + 1) wrong.push(h.outerHTML);"
                + "  level = +h.tagName[1];"
                + "}"
                + "return wrong.join('\\n');");

        assertEquals("", told);
    }

    /** WCAG 2, level AA: 4.5 to 1 for text. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromItsGround(String scheme) {
        browser.show("screen", scheme);
        browser.all("details").forEach(fold -> browser.run("arguments[0].open = true", fold));

        String faint = browser.text("const rgb = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);"
                + "const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;"
                + "const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);"
                + "const ground = e => {"
                + "  for (; e; e = e.parentElement) {"
                + "    const c = rgb(getComputedStyle(e).backgroundColor);"
                + "    if (c.length < 4 || c[3] > 0) return c;"
                + "  }"
                + "  return [255, 255, 255];"
                + "};"
                + "const faint = new Set();"
                + "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                + "while (walk.nextNode()) {"
                + "  const e = walk.currentNode.parentElement;"
                + "  if (!walk.currentNode.textContent.trim() || e.closest('title, desc')) continue;"
                + "  const ink = rgb(e.closest('svg') ? getComputedStyle(e).fill : getComputedStyle(e).color);"
                + "  const [a, b] = [light(ink), light(ground(e))].sort((x, y) => y - x);"
                + "  if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(e.tagName + '.' + e.getAttribute('class')"
                + "      + ' ' + ink + ' on ' + ground(e));"
                + "}"
                + "return [...faint].join('\\n');");

        assertEquals("", faint);
    }

    @ParameterizedTest
    @CsvSource({"race, counter", "deadlock, tickets"})
    void cardsHavePictures(String name, String lab) throws IOException {
        Path file = Gallery.FOLDER.resolve("card-" + name + ".png");

        browser.picture(browser.all("[aria-labelledby=" + lab + "] .card").get(0), file);

        assertTrue(Files.size(file) > 10_000, file + " is blank");
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
        new HtmlReport(Samples.RUBRIC, Samples.FACTS, Samples.AGAIN).write(Samples.ofTwelveLabs(), page);

        browser.open(page, DESKTOP, HEIGHT);

        long millis = browser.number("return performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertEquals(12, browser.all("main > section").size());
        assertTrue(browser.all("figure.timeline svg").size() >= 12 * 5, "drawings");
        assertTrue(Files.size(page) < MOST_BYTES, Files.size(page) + " bytes");
        System.out.println("report of twelve labs: " + Files.size(page) + " bytes, loaded in " + millis + " ms");
    }
}
