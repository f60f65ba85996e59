package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecourse.grader.run.GradedSubmission;

class ScoresCsvTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice        | alice",
                "a,b          | \"a,b\"",
                "say \"hi\"   | \"say \"\"hi\"\"\"",
                "=1+1         | '=1+1",
                "+1           | '+1",
                "-1           | '-1",
                "@SUM(A1)     | '@SUM(A1)",
                "=A1,\"x\"    | \"'=A1,\"\"x\"\"\"",
                "a=b          | a=b"
            })
    void nameIsQuotedAndNoFormula(String name, String cell) throws IOException {
        String line = lines(List.of(Samples.named(name)), Map.of()).get(1);

        assertTrue(line.startsWith(cell + ",0.00,"), line);
    }

    @Test
    void everyLineHasTheColumnsOfTheHead() throws IOException {
        List<String> lines = lines(
                List.of(Samples.ofEveryVerdict("x"), Samples.notCompiled("x")),
                Map.of("dave", "no such directory: /in/dave\n  next: check the path"));

        assertEquals("submission,earned,lost,undecided,max,percent,counter,tickets,problem", lines.get(0));
        assertEquals(4, lines.size());
        for (String line : lines) {
            assertEquals(9, line.split(",", -1).length, line);
        }
        assertEquals("dave,,,,,,,,no such directory: /in/dave", lines.get(3));
    }

    @Test
    void problemIsNoFormulaEither() throws IOException {
        Map<String, String> unreadable = new LinkedHashMap<>();
        unreadable.put("=dave", "=cmd, it says");

        assertEquals(
                "'=dave,,,,,,\"'=cmd, it says\"", lines(List.of(), unreadable).get(1));
    }

    @Test
    void linesEndAsTheStandardSays() throws IOException {
        lines(List.of(Samples.noSources()), Map.of());

        assertTrue(Files.readString(temp.resolve("scores.csv")).endsWith("\r\n"));
    }

    private List<String> lines(List<GradedSubmission> graded, Map<String, String> unreadable) throws IOException {
        Path file = temp.resolve("scores.csv");
        ScoresCsv.write(graded, unreadable, file);
        return Files.readAllLines(file);
    }
}
