package racecourse.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: under another name first, then moved to their place. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is no file's path");
        }
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, ".", ".new");
        try {
            // unlike writeString, this replaces half a surrogate pair, which a student's text may hold
            Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
