import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab inspect, one test each. */
class InspectTest {
    @TestFactory
    Stream<DynamicTest> inspect() throws InterruptedException {
        return LabTests.of("inspect");
    }
}
