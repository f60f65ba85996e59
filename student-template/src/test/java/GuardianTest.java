import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab guardian, one test each. */
class GuardianTest {
    @TestFactory
    Stream<DynamicTest> guardian() throws InterruptedException {
        return LabTests.of("guardian");
    }
}
