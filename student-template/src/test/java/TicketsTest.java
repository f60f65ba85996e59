import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab tickets, one test each. */
class TicketsTest {
    @TestFactory
    Stream<DynamicTest> tickets() throws InterruptedException {
        return LabTests.of("tickets");
    }
}
