package racecourse.checks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for a monitor waits at its {@code synchronized}. */
@Timeout(20)
class MonitorLinesTest {
    private final Object lock = new Object();
    private int number;

    private int firstLine() {
        return Thread.currentThread().getStackTrace()[2].getLineNumber();
    }

    private Object guarded(int[] line) {
        line[0] = firstLine() + 1;
        synchronized (lock) {
            number++;
            return number;
        }
    }

    @Test
    void blockedAtTheSynchronized() throws IOException {
        try (var in = MonitorLinesTest.class.getResourceAsStream("MonitorLinesTest.class")) {
            MonitorLines.note(in.readAllBytes());
        }
        int[] line = new int[1];
        try (Scene scene = new Scene()) {
            synchronized (lock) {
                Actor actor = scene.start("A", () -> guarded(line));
                assertEquals(Actor.Rest.WAITING, actor.settle(scene.gate(), Duration.ofSeconds(5)));
                assertEquals(line[0], Threads.stack(actor.thread()).get(0).getLineNumber());
            }
        }
    }

    @Test
    void otherLinesStay() {
        List<StackTraceElement> stack = List.of(new StackTraceElement("lab.x.Unknown", "put", "Unknown.java", 7));
        assertEquals(stack, MonitorLines.blocked(stack));
    }
}
