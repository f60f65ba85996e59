import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racecourse.runner.junit.LabTests;

/** The checks of lab kitchen, one test each. */
class KitchenTest {
    @TestFactory
    Stream<DynamicTest> kitchen() throws InterruptedException {
        return LabTests.of("kitchen");
    }
}
