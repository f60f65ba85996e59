import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab sharing, one test each. */
class SharingTest {
    @TestFactory
    Stream<DynamicTest> sharing() throws InterruptedException {
        return LabTests.of("sharing");
    }
}
