import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab ipc, one test each. */
class IpcTest {
    @TestFactory
    Stream<DynamicTest> ipc() throws InterruptedException {
        return LabTests.of("ipc");
    }
}
