import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab reaper, one test each. */
class ReaperTest {
    @TestFactory
    Stream<DynamicTest> reaper() throws InterruptedException {
        return LabTests.of("reaper");
    }
}
