package racecourse.grader.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** This machine's Chromium without a window. Selenium is told where the driver is, so that it downloads none. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts Chromium, if it and its driver are on the path. */
    static Optional<Browser> start() {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            return Optional.empty();
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.setCapability("goog:loggingPrefs", logs);
        // the kit's own pages need no sandbox, and a container's root can have none; /dev/shm is small there
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        // pictures have none, so that with them the page would be laid out anew for each
        options.addArguments("--hide-scrollbars");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get())
                .usingAnyFreePort()
                .withTimeout(PATIENCE)
                .build();
        return Optional.of(new Browser(new ChromeDriver(service, options)));
    }

    private static Optional<File> onPath(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Opens a page in a view of this size. */
    void open(Path page, int width, int height) {
        size(width, height);
        driver.get(page.toAbsolutePath().toUri().toString());
    }

    /** Changes the size of the view: smaller than a window can be, as on a phone. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * Says how the page is to be shown.
     *
     * @param media screen or print
     * @param scheme light or dark
     */
    void show(String media, String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(feature)));
    }

    /** Runs a function's body in the page. */
    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    /** Returns the number that a function's body returns in the page, rounded up. */
    long number(String script, Object... arguments) {
        Number number = (Number) Objects.requireNonNull(driver.executeScript(script, arguments), script);
        return (long) Math.ceil(number.doubleValue());
    }

    /** Returns the text that a function's body returns in the page. */
    String text(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    /** Returns every element that a CSS selector names. */
    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Writes a picture of the whole page, however long. */
    void picture(Path file) throws IOException {
        drawAll();
        save("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true), file);
    }

    /** Writes a picture of one element. */
    void picture(WebElement element, Path file) throws IOException {
        drawAll();
        String box = "const b = arguments[0].getBoundingClientRect(); return ";
        Map<String, Object> area = Map.of(
                "x", number(box + "b.x + scrollX", element),
                "y", number(box + "b.y + scrollY", element),
                "width", number(box + "b.width", element),
                "height", number(box + "b.height", element),
                "scale", 1);
        save("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", area), file);
    }

    /** What is far from the view is drawn only when it comes near. */
    private void drawAll() {
        run("document.head.insertAdjacentHTML('beforeend',"
                + " '<style>.check { content-visibility: visible !important; }</style>')");
    }

    /** Writes the page as it is printed. */
    void print(Path file) throws IOException {
        save("Page.printToPDF", Map.of("printBackground", false), file);
    }

    private void save(String command, Map<String, Object> parameters, Path file) throws IOException {
        Object data = driver.executeCdpCommand(command, parameters).get("data");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    }

    /** Returns what the console has said since it was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Returns the addresses that were asked for since this was asked last, pages among them. */
    List<String> requests() throws JsonProcessingException {
        List<String> requests = new ArrayList<>();
        for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = MAPPER.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
        return requests;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
