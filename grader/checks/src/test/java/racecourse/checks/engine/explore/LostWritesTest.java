package racecourse.checks.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;

class LostWritesTest {
    private static final List<String> LANES = List.of("thread A", "thread B");

    @Test
    void writeOverAnothersAfterAnOlderReadLosesIt() {
        assertEquals(List.of(3), marked(read(0), read(1), write(1), write(0)));
    }

    @Test
    void writesInTurnsLoseNothing() {
        assertEquals(List.of(), marked(read(0), write(0), read(1), write(1)));
    }

    @Test
    void whoLooksAgainLosesNothing() {
        assertEquals(List.of(), marked(read(0), read(1), write(1), read(0), write(0)));
    }

    @Test
    void otherFieldsDoNotMatter() {
        assertEquals(List.of(), marked(read(0), new Step(1, Action.WRITE, "other", "1", null, null), write(0)));
    }

    private static List<Integer> marked(Step... steps) {
        List<Step> marked = LostWrites.marked(List.of(steps), LANES);
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            if (marked.get(i).remark() != null) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private static Step read(int lane) {
        return new Step(lane, Action.READ, "number", "100", null, null);
    }

    private static Step write(int lane) {
        return new Step(lane, Action.WRITE, "number", "99", null, null);
    }
}
