package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitClassPathTest {
    private final String before = System.getProperty("java.class.path");

    @AfterEach
    void putBack() {
        System.setProperty("java.class.path", before);
    }

    @Test
    void theStudentsDirectoriesAreCutOut(@TempDir Path directory) throws IOException {
        Path student = directory.resolve("student classes");
        Files.createDirectories(student.resolve("lab/counter"));
        Path tests = Files.createDirectory(directory.resolve("test-classes"));
        Path jar = Files.createFile(directory.resolve("kit.jar"));
        System.setProperty(
                "java.class.path",
                String.join(File.pathSeparator, tests.toString(), student.toString(), "", jar.toString()));
        assertEquals(tests + File.pathSeparator + jar, KitClassPath.forWorkers());
        assertEquals(List.of(student), KitClassPath.ofStudent());
    }
}
