package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecourse.checks.catalogue.Check;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

@Timeout(120)
class DetectorRunTest {
    private static final Check CHECK = Check.of("x.check")
            .by(Engine.PROPERTY, "first", subject -> Fixtures.CLEAN)
            .by(Engine.PROPERTY, "second", subject -> Fixtures.CLEAN);

    /** Runs both detectors of the check in workers that play scripts, one worker after the other. */
    private static Map<String, DetectorReport> run(String... scripts) throws IOException, InterruptedException {
        Findings findings = new Findings();
        try (WorkerPool pool = new WorkerPool()) {
            // the pool hands out the last one given back
            for (int i = scripts.length - 1; i >= 0; i--) {
                pool.giveBack(FakeWorker.start(scripts[i]));
            }
            new DetectorRun(pool, WorkerGroup.BEHAVIOUR, "counter", List.of(), 1, null, CHECK.detectors(), findings)
                    .run();
        }
        return findings.reports();
    }

    private static Outcome outcome(Map<String, DetectorReport> reports, String name) {
        DetectorReport report = reports.get("x.check/" + name);
        assertNotNull(report, name + " has no report");
        return report.outcome();
    }

    @Test
    void allOfOneRequestComesBack() throws Exception {
        Map<String, DetectorReport> reports = run("ready,request,start,clean,start,clean,done,silent");
        assertEquals(Fixtures.CLEAN, outcome(reports, "first"));
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void anEarlyEndMarkLeavesTheRestToAnotherWorker() throws Exception {
        Map<String, DetectorReport> reports =
                run("ready,request,start,clean,used-up,silent", "ready,request,start,clean,done,silent");
        assertEquals(Fixtures.CLEAN, outcome(reports, "first"));
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void exitIsAViolationWithItsLineAndTheRestGoesOn() throws Exception {
        Map<String, DetectorReport> reports =
                run("ready,request,start,exiting,exit", "ready,request,start,clean,done,silent");
        Evidence evidence = assertInstanceOf(Outcome.Violated.class, outcome(reports, "first"))
                .evidence()
                .get(0);
        assertEquals(Message.of("engine.exit.exited", 3), evidence.observed());
        assertEquals(List.of(new Place("lab/counter/MutexCounter.java", 17, null)), evidence.where());
        assertTrue(String.valueOf(evidence.dump()).contains("Runtime.exit"));
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void haltIsAViolationAndTheRestGoesOn() throws Exception {
        Map<String, DetectorReport> reports = run("ready,request,start,halt", "ready,request,start,clean,done,silent");
        Evidence evidence = assertInstanceOf(Outcome.Violated.class, outcome(reports, "first"))
                .evidence()
                .get(0);
        assertEquals(Message.of("engine.exit.ended", 3), evidence.observed());
        assertNull(evidence.dump());
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void oneKillFromOutsideCostsNothing() throws Exception {
        Map<String, DetectorReport> reports =
                run("ready,request,start,killed", "ready,request,start,clean,start,clean,done,silent");
        assertEquals(Fixtures.CLEAN, outcome(reports, "first"));
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void theSecondKillFromOutsideIsTheGradersErrorAndTheRestGoesOn() throws Exception {
        Map<String, DetectorReport> reports = run(
                "ready,request,start,killed", "ready,request,start,killed", "ready,request,start,clean,done,silent");
        assertInstanceOf(Outcome.Broken.class, outcome(reports, "first"));
        assertEquals(Fixtures.CLEAN, outcome(reports, "second"));
    }

    @Test
    void aForgedFrameDecidesNothing() throws Exception {
        Map<String, DetectorReport> reports =
                run("ready,request,start,forged,other-clean,halt", "ready,request,start,clean,done");
        assertInstanceOf(Outcome.Violated.class, outcome(reports, "first"));
        assertNull(reports.get("x/other"));
    }

    @Test
    void aMessageOutOfOrderIsTheGradersErrorAndTheRestGoesOn() throws Exception {
        Map<String, DetectorReport> reports =
                run("ready,request,start,replayed,clean,done", "ready,request,start,clean,done");
        assertInstanceOf(Outcome.Broken.class, outcome(reports, "first"));
        assertInstanceOf(Outcome.Clean.class, outcome(reports, "second"));
    }

    @Test
    void workersThatNeverStartAnythingAreTheGradersErrorAfterTwo() throws Exception {
        Map<String, DetectorReport> reports = run("halt", "ready,request,used-up,silent");
        assertInstanceOf(Outcome.Broken.class, outcome(reports, "first"));
        assertInstanceOf(Outcome.Broken.class, outcome(reports, "second"));
    }
}
