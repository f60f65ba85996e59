package racecourse.grader.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path temp;

    @Test
    void folderIsMade() throws IOException {
        Path file = temp.resolve("a/b/c.txt");

        WholeFile.write(file, "ä");

        assertEquals("ä", Files.readString(file));
        assertEquals(List.of(file), list(temp.resolve("a/b")));
    }

    /** A message of a student's exception may be cut in the middle of a character. */
    @Test
    void halfASurrogatePairIsReplaced() throws IOException {
        Path file = temp.resolve("c.txt");

        WholeFile.write(file, "<\uD800>");

        assertEquals("<?>", Files.readString(file));
    }

    @Test
    void whereAFolderIsInTheWayNothingIsLeftBehind() throws IOException {
        Path taken = temp.resolve("c.txt");
        Files.createDirectories(taken.resolve("full"));

        assertThrows(IOException.class, () -> WholeFile.write(taken, "x"));

        assertEquals(List.of(taken), list(temp));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
