package racecourse.checks.engine.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Right, and unlike anything in a textbook: nobody is accused. */
class RightButUnusualTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("racecourse.checks.engine.locks.UnusualOffices#all")
    void officeIsLeftInPeace(String members) {
        assertEquals(List.of(), Compiled.office(folder, members).of(Level.VIOLATION));
    }

    @ParameterizedTest
    @MethodSource("racecourse.checks.engine.locks.UnusualCounters#all")
    void counterIsLeftInPeace(String members) {
        assertEquals(List.of(), Compiled.counter(folder, members).of(Level.VIOLATION));
    }
}
