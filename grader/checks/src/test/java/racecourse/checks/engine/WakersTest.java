package racecourse.checks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Message;

/** Who waits for a thread or a process outside of the scene is not stuck; who waits for nobody is. */
class WakersTest {
    private static final Message EXPECTED = Message.of("engine.call.returns");

    /** Longer than a proof takes that overlooks whom the call waits for. */
    private static final int LONG_SECONDS = 2;

    @Test
    void aSchedulerThatWasThereBeforeMayWakeWhoSleeps() {
        late("first").join();

        assertEquals("late", Scene.value(EXPECTED, () -> late("late").join()));
    }

    @Test
    void aSchedulerWithoutTasksWakesNobody() {
        late("first").join();

        assertThrows(Violation.class, () -> Scene.value(EXPECTED, () -> new CompletableFuture<>().join()));
    }

    @Test
    void theEndOfAProcessMayWakeWhoWaitsForIt() throws Exception {
        Process process = new ProcessBuilder("sleep", String.valueOf(LONG_SECONDS)).start();
        try {
            assertEquals(process, Scene.value(EXPECTED, () -> process.onExit().join()));
            assertEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessDoesNotWakeWhoWaitsForSomethingElse() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            assertThrows(
                    Violation.class,
                    () -> Scene.value(EXPECTED, () -> {
                        for (; ; ) {
                            LockSupport.park();
                        }
                    }));
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> late(String text) {
        return new CompletableFuture<String>().completeOnTimeout(text, LONG_SECONDS, TimeUnit.SECONDS);
    }
}
