package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.grader.run.GradedSubmission;

/**
 * Every kind of card in every format, to the letter. {@code mvn test -Dtest=GoldenTest -Dgolden.write=true} writes the
 * files anew; the difference is to be read before it is committed.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Locale USUAL = Locale.getDefault();

    /** A format and how a submission looks in it. */
    private interface Format {
        String of(GradedSubmission submission) throws IOException;
    }

    private static final Map<String, Format> FORMATS =
            Map.of("txt", GoldenTest::console, "json", GoldenTest::json, "html", GoldenTest::html);

    @BeforeAll
    static void readEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterAll
    static void readAsBefore() {
        Locale.setDefault(USUAL);
    }

    @TestFactory
    Stream<DynamicTest> cardIsAsItWas() {
        return Cards.all().entrySet().stream().flatMap(card -> FORMATS.keySet().stream()
                .map(format -> DynamicTest.dynamicTest(
                        card.getKey() + "." + format,
                        () -> compare(
                                FOLDER.resolve(card.getKey() + "." + format),
                                Objects.requireNonNull(FORMATS.get(format)).of(card.getValue())))));
    }

    private static void compare(Path file, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, file.toString());
    }

    private static String console(GradedSubmission submission) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new ConsoleReport(out, Samples.RUBRIC, false, false).print(submission, Samples.AGAIN);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String json(GradedSubmission submission) throws IOException {
        String text = new JsonReport(Samples.RUBRIC, Samples.FACTS).text(submission);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode checks = mapper.readTree(text).at("/labs/0");
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(checks) + "\n";
    }

    /** The rest of the page tells of this machine. */
    private static String html(GradedSubmission submission) {
        String page = new HtmlReport(Samples.RUBRIC, Samples.FACTS, Samples.AGAIN).text(submission);
        return page.substring(page.indexOf("<main>"), page.indexOf("</main>") + "</main>\n".length());
    }
}
