import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab echo, one test each. */
class EchoTest {
    @TestFactory
    Stream<DynamicTest> echo() throws InterruptedException {
        return LabTests.of("echo");
    }
}
