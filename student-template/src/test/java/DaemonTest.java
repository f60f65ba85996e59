import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab daemon, one test each. */
class DaemonTest {
    @TestFactory
    Stream<DynamicTest> daemon() throws InterruptedException {
        return LabTests.of("daemon");
    }
}
