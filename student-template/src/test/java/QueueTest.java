import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab queue, one test each. */
class QueueTest {
    @TestFactory
    Stream<DynamicTest> queue() throws InterruptedException {
        return LabTests.of("queue");
    }
}
