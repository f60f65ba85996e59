package racecourse.grader.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Outcome;
import racecourse.grader.run.GradedLab;
import racecourse.runner.CheckResult;
import racecourse.runner.Verdict;

/** Every kind of card that a report can have is in the gallery, so that whoever changes one sees them all. */
class GalleryTest {
    @Test
    void raceHasItsInterleaving() {
        assertShown(
                "counter.no-lost-update",
                evidence -> evidence.timeline() != null
                        && !evidence.timeline().fullTrace().isEmpty());
    }

    @Test
    void raceHasItsFrequencyTable() {
        assertShown("counter.no-lost-update", evidence -> evidence.table() != null);
    }

    @Test
    void ruleNamesItself() {
        assertShown("kitchen.queue-own-mechanism", evidence -> evidence.rule() != null);
    }

    @Test
    void lostUpdateHasItsMoment() {
        assertShown(
                "counter.no-lost-update",
                evidence -> evidence.timeline() != null
                        && evidence.timeline().steps().stream().anyMatch(step -> step.remark() != null));
    }

    @Test
    void deadlockHasItsCircle() {
        assertShown(
                "tickets.thread-no-oversell",
                evidence -> evidence.knot() != null && evidence.knot().circle().size() > 1);
        assertShown("tickets.thread-no-oversell", evidence -> evidence.dump() != null);
    }

    @Test
    void explorersDeadlockNamesTheLinesThatTookTheLocks() {
        assertShown(
                "tickets.thread-no-oversell",
                evidence -> evidence.knot() != null
                        && evidence.knot().waiters().stream()
                                .allMatch(waiter -> waiter.holds().stream().anyMatch(held -> held.since() != null)));
    }

    @Test
    void lostWakeUpHasItsThreads() {
        assertShown(
                "queue.no-lost-wakeup",
                evidence -> evidence.timeline() != null
                        && evidence.knot() != null
                        && evidence.knot().waiters().stream().allMatch(waiter -> waiter.want() == Knot.Want.SIGNAL)
                        && !evidence.knot().ended().isEmpty());
    }

    @Test
    void propertyHasItsCounterexample() {
        assertTrue(violated("ipc.any-message", Engine.PROPERTY));
    }

    @Test
    void otherProcessesHaveSeenIt() {
        assertTrue(violated("guardian.exit", Engine.PROCESSES));
    }

    @Test
    void weakMemoryHasItsReads() {
        assertShown("sharing.handoff-visible", evidence -> evidence.table() != null || evidence.timeline() != null);
    }

    @Test
    void whatDoesNotCompileHasJavacsWords() {
        GradedLab echo = lab("echo");

        assertEquals(GradedLab.Status.NOT_COMPILED, echo.status());
        assertTrue(
                echo.problems().get(0).text().contains("';' expected"),
                echo.problems().toString());
    }

    @Test
    void somethingIsUndecidedAndSomethingBlockedByIt() {
        List<Verdict> verdicts = lab("inspect").result().checks().stream()
                .map(CheckResult::verdict)
                .toList();

        assertTrue(verdicts.stream().anyMatch(Verdict.Inconclusive.class::isInstance), verdicts.toString());
        assertTrue(verdicts.stream().anyMatch(Verdict.Blocked.class::isInstance), verdicts.toString());
    }

    private static void assertShown(String check, Predicate<Evidence> shown) {
        assertTrue(evidence(check).anyMatch(shown), () -> check + ": " + check(check));
    }

    private static Stream<Evidence> evidence(String check) {
        return check(check).verdict() instanceof Verdict.Failed failed ? failed.evidence().stream() : Stream.of();
    }

    private static boolean violated(String check, Engine engine) {
        return check(check).reports().stream()
                .anyMatch(report -> report.engine() == engine && report.outcome() instanceof Outcome.Violated);
    }

    private static CheckResult check(String id) {
        return Gallery.graded().labs().stream()
                .flatMap(lab -> lab.result().checks().stream())
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static GradedLab lab(String name) {
        return Gallery.graded().labs().stream()
                .filter(lab -> lab.lab().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
