package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;

class RacesTest {
    @Test
    void noPrerequisiteWaitsForARaceEngine() {
        for (Lab lab : Labs.all()) {
            Set<String> needed = new HashSet<>();
            lab.checks().forEach(check -> needed.addAll(check.needs()));
            List<String> silent = lab.checks().stream()
                    .filter(check -> needed.contains(check.id()))
                    .filter(check -> check.detectors().stream().anyMatch(one -> !Races.NONE.runs(one.engine())))
                    .map(Check::id)
                    .toList();
            assertTrue(silent.isEmpty(), () -> "a quick look would leave all that needs these untried: " + silent);
        }
    }
}
