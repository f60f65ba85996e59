package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Request;
import racecourse.runner.WorkerProcess.Said;

@Timeout(60)
class WorkerProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Request REQUEST =
            new Request("counter", List.of(), List.of("x/first", "x/second"), 1, null, false);

    private static Said next(WorkerProcess worker) throws InterruptedException {
        Optional<Said> said = worker.next(LIMIT);
        assertTrue(said.isPresent(), "nothing came");
        return said.get();
    }

    private static List<String> framesUntilItEnds(WorkerProcess worker) throws InterruptedException {
        List<String> frames = new ArrayList<>();
        for (Said said = next(worker); said instanceof Said.Told told; said = next(worker)) {
            frames.add(told.frame().getClass().getSimpleName());
        }
        return frames;
    }

    private static List<String> frames(String script) throws IOException, InterruptedException {
        try (WorkerProcess worker = FakeWorker.start(script)) {
            worker.send(REQUEST);
            return framesUntilItEnds(worker);
        }
    }

    @Test
    void framesComeInTheirOrderAndThenTheEnd() throws Exception {
        assertEquals(
                List.of("Ready", "Started", "Finished", "Started", "Finished", "Done"),
                frames("ready,request,start,clean,start,clean,done"));
    }

    @Test
    void severalRequestsAreNumberedOn() throws Exception {
        try (WorkerProcess worker = FakeWorker.start("ready,request,start,clean,done,request,start,clean,done")) {
            worker.send(REQUEST);
            worker.send(REQUEST);
            assertEquals(
                    List.of("Ready", "Started", "Finished", "Done", "Started", "Finished", "Done"),
                    framesUntilItEnds(worker));
        }
    }

    @Test
    void whatElseIsWrittenIsDropped() throws Exception {
        assertEquals(
                List.of("Ready", "Started", "Finished", "Done"),
                frames("garbage,ready,garbage,request,garbage,start,garbage,clean,done,garbage"));
    }

    @Test
    void framesWithAnotherKeyAreDropped() throws Exception {
        assertEquals(List.of("Ready", "Started", "Done"), frames("ready,request,start,forged,done"));
    }

    @Test
    void framesWithTheKeyOutOfOrderAreTold() throws Exception {
        for (String wrong : List.of("replayed", "skipped")) {
            try (WorkerProcess worker = FakeWorker.start("ready,request,start," + wrong + ",silent")) {
                worker.send(REQUEST);
                assertInstanceOf(Said.Told.class, next(worker));
                assertInstanceOf(Said.Told.class, next(worker));
                assertInstanceOf(Said.Disordered.class, next(worker));
            }
        }
    }

    @Test
    void aFloodIsReadOverAndNotKept() throws Exception {
        long before = used();
        assertEquals(List.of("Ready", "Done"), frames("ready,request,flood,done"));
        assertTrue(used() - before < 32 << 20, "the flood was kept");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void theExitCodeIsThere() throws Exception {
        try (WorkerProcess worker = FakeWorker.start("ready,request,start,halt")) {
            worker.send(REQUEST);
            assertEquals(List.of("Ready", "Started"), framesUntilItEnds(worker));
            assertEquals(3, worker.exitCode());
        }
    }

    @Test
    void silenceEndsTheWaitAndCloseEndsTheProcess() throws Exception {
        WorkerProcess worker = FakeWorker.start("ready,silent");
        assertInstanceOf(
                Frame.Ready.class,
                assertInstanceOf(Said.Told.class, next(worker)).frame());
        assertTrue(worker.next(Duration.ofMillis(50)).isEmpty());
        assertTrue(worker.isAlive());
        worker.close();
        assertFalse(worker.isAlive());
        assertInstanceOf(Said.Ended.class, next(worker));
    }

    @Test
    void aRequestToWhatHasEndedIsAnsweredByItsEnd() throws Exception {
        try (WorkerProcess worker = FakeWorker.start("halt")) {
            assertEquals(List.of(), framesUntilItEnds(worker));
            worker.exitCode();
            worker.send(REQUEST);
            assertEquals(3, worker.exitCode());
        }
    }
}
