import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab launch, one test each. */
class LaunchTest {
    @TestFactory
    Stream<DynamicTest> launch() throws InterruptedException {
        return LabTests.of("launch");
    }
}
