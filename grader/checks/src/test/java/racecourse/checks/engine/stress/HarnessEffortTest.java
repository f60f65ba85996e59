package racecourse.checks.engine.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HarnessEffortTest {
    @Test
    void littleTimeIsForWholeJvmsInTheirFewModes() {
        HarnessEffort effort = HarnessEffort.within(HarnessEffort.LEAST_MILLIS);

        assertFalse(effort.split());
        assertEquals(1, effort.forks());
        assertTrue(effort.millis() >= 20, effort.toString());
    }

    @Test
    void moreTimeIsForEachActorsOwnMode() {
        HarnessEffort effort = HarnessEffort.within(60_000);

        assertTrue(effort.split());
        assertEquals(1, effort.forks());
    }

    @Test
    void muchTimeIsForMoreJvmsNotForLongerOnes() {
        HarnessEffort effort = HarnessEffort.within(720_000);

        assertEquals(3, effort.forks());
        assertTrue(effort.millis() <= 1_000, effort.toString());
    }

    @Test
    void optionsAreTheHarnesss() {
        assertEquals(
                List.of("-sc", "true", "-f", "2", "-fsm", "1", "-iters", "5", "-time", "300"),
                new HarnessEffort(true, 2, 300).options());
    }
}
