import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab counter, one test each. */
class CounterTest {
    @TestFactory
    Stream<DynamicTest> counter() throws InterruptedException {
        return LabTests.of("counter");
    }
}
