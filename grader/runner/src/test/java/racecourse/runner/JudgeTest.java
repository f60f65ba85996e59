package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static racecourse.runner.Fixtures.BROKEN;
import static racecourse.runner.Fixtures.CLEAN;
import static racecourse.runner.Fixtures.EVIDENCE;
import static racecourse.runner.Fixtures.NOT_APPLICABLE;
import static racecourse.runner.Fixtures.POWERLESS;
import static racecourse.runner.Fixtures.VIOLATED;
import static racecourse.runner.Fixtures.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racecourse.checks.catalogue.Check;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

class JudgeTest {
    private static final Check ONE = Check.of("x.one").by(Engine.PROPERTY, "p", subject -> CLEAN);
    private static final Check RACE = Check.of("x.race")
            .covering(FaultClass.INTERLEAVING)
            .by(Engine.RENDEZVOUS, "r", subject -> CLEAN)
            .by(Engine.EXPLORER, "e", subject -> CLEAN)
            .by(Engine.STRESS, "s", subject -> CLEAN);
    private static final Check TWO_CLASSES = Check.of("x.both")
            .covering(FaultClass.INTERLEAVING, FaultClass.VISIBILITY)
            .by(Engine.EXPLORER, "e", Set.of(FaultClass.INTERLEAVING), subject -> CLEAN)
            .by(Engine.STRESS, "s", Set.of(FaultClass.VISIBILITY), subject -> CLEAN);

    private static Verdict verdict(Check check, Outcome... outcomes) {
        Verdict verdict = Judge.judge(List.of(check), reports(check, outcomes)).get(check.id());
        return verdict == null ? new Verdict.GraderError("no verdict") : verdict;
    }

    @Test
    void cleanPasses() {
        assertEquals(new Verdict.Passed(), verdict(ONE, CLEAN));
        assertEquals(new Verdict.Passed(), verdict(RACE, CLEAN, CLEAN, CLEAN));
    }

    @Test
    void oneViolationFailsWhateverTheOthersSay() {
        Verdict failed = new Verdict.Failed(List.of(EVIDENCE));
        assertEquals(failed, verdict(RACE, CLEAN, CLEAN, VIOLATED));
        assertEquals(failed, verdict(RACE, BROKEN, VIOLATED, POWERLESS));
        assertEquals(failed, verdict(RACE, NOT_APPLICABLE, NOT_APPLICABLE, VIOLATED));
    }

    @Test
    void evidenceOfAllViolationsIsKeptInTheOrderOfTheCatalogue() {
        Verdict verdict = verdict(RACE, VIOLATED, CLEAN, VIOLATED);
        assertEquals(
                2, assertInstanceOf(Verdict.Failed.class, verdict).evidence().size());
    }

    @Test
    void aStandInWithoutPowerTakesNothingAway() {
        assertEquals(new Verdict.Passed(), verdict(RACE, CLEAN, POWERLESS, POWERLESS));
    }

    @Test
    void aClassThatNobodyLookedForIsInconclusiveWithTheReason() {
        assertEquals(new Verdict.Inconclusive(Message.of("too-slow")), verdict(TWO_CLASSES, CLEAN, POWERLESS));
        assertEquals(new Verdict.Inconclusive(Message.of("too-slow")), verdict(TWO_CLASSES, POWERLESS, CLEAN));
    }

    @Test
    void whatDoesNotComeBackIsNotPassed() {
        assertInstanceOf(Verdict.Inconclusive.class, verdict(ONE));
        assertInstanceOf(Verdict.Inconclusive.class, verdict(RACE));
        assertInstanceOf(Verdict.Inconclusive.class, verdict(TWO_CLASSES, CLEAN));
    }

    @Test
    void withoutItsRaceEnginesACheckIsUndecidedUnlessItFailed() {
        Verdict.Inconclusive undecided = assertInstanceOf(Verdict.Inconclusive.class, verdict(RACE, CLEAN));
        assertTrue(undecided.isForWantOfRaces());
        assertInstanceOf(Verdict.Inconclusive.class, verdict(RACE, CLEAN, CLEAN));
        assertEquals(new Verdict.Inconclusive(Message.of("too-slow")), verdict(RACE, POWERLESS));
        assertInstanceOf(Verdict.Failed.class, verdict(RACE, VIOLATED));
        assertEquals(new Verdict.Passed(), verdict(ONE, CLEAN));
    }

    @Test
    void theOfficialHarnessOnlyAddsEvidence() {
        Check thorough = ONE.by(Engine.HARNESS, "p/official", Set.of(), subject -> CLEAN);
        for (Outcome silent : List.of(CLEAN, POWERLESS, NOT_APPLICABLE, BROKEN)) {
            assertEquals(new Verdict.Passed(), verdict(thorough, CLEAN, silent));
            assertEquals(new Verdict.Inconclusive(Message.of("too-slow")), verdict(thorough, POWERLESS, silent));
        }
        assertEquals(new Verdict.Passed(), verdict(thorough, CLEAN));
        assertInstanceOf(Verdict.Failed.class, verdict(thorough, CLEAN, VIOLATED));
    }

    @Test
    void aCheckThatNobodyCanLookAtIsNotPassed() {
        assertInstanceOf(Verdict.Inconclusive.class, verdict(Check.of("x.empty")));
        assertInstanceOf(
                Verdict.Inconclusive.class,
                verdict(Check.of("x.blind").by(Engine.PROPERTY, "p", Set.of(), subject -> CLEAN), CLEAN));
    }

    @Test
    void aBrokenDetectorIsTheGradersError() {
        Verdict verdict = verdict(ONE, BROKEN);
        assertTrue(assertInstanceOf(Verdict.GraderError.class, verdict).error().contains("a bug of the kit"));
    }

    @Test
    void notApplicableOnlyWhenAllOfItIs() {
        assertEquals(new Verdict.NotApplicable(Message.of("no-such-system")), verdict(ONE, NOT_APPLICABLE));
        assertInstanceOf(Verdict.Inconclusive.class, verdict(TWO_CLASSES, NOT_APPLICABLE, POWERLESS));
    }

    @Test
    void blockedByAFailureIsLostAlsoOverSeveralSteps() {
        Check second = RACE.needing("x.one");
        Check third = Check.of("x.third").needing("x.race").by(Engine.PROPERTY, "p", subject -> CLEAN);
        Map<String, Verdict> verdicts = Judge.judge(List.of(ONE, second, third), reports(ONE, VIOLATED));
        assertEquals(new Verdict.Blocked("x.one", true), verdicts.get("x.race"));
        assertEquals(new Verdict.Blocked("x.race", true), verdicts.get("x.third"));
    }

    @Test
    void blockedBySomethingUndecidedIsUndecided() {
        Check second = RACE.needing("x.one");
        for (Outcome undecided : List.of(POWERLESS, BROKEN, NOT_APPLICABLE)) {
            Map<String, Verdict> verdicts = Judge.judge(List.of(ONE, second), reports(ONE, undecided));
            assertEquals(new Verdict.Blocked("x.one", false), verdicts.get("x.race"));
        }
    }

    @Test
    void whatABlockedCheckSawDoesNotCount() {
        Map<String, DetectorReport> reports = new HashMap<>(reports(ONE, VIOLATED));
        reports.putAll(reports(RACE, CLEAN, CLEAN, CLEAN));
        Map<String, Verdict> verdicts = Judge.judge(List.of(ONE, RACE.needing("x.one")), reports);
        assertEquals(new Verdict.Blocked("x.one", true), verdicts.get("x.race"));
    }

    @Test
    void aPrerequisiteThatComesLaterIsTheGradersError() {
        Verdict verdict =
                Judge.judge(List.of(RACE.needing("x.one"), ONE), Map.of()).get("x.race");
        assertInstanceOf(Verdict.GraderError.class, verdict);
    }

    @Test
    void onlyWhatHasPassedLetsOthersRun() {
        Check second = RACE.needing("x.one");
        assertTrue(Judge.mayRun(second, Map.of("x.one", new Verdict.Passed())));
        assertFalse(Judge.mayRun(second, Map.of("x.one", new Verdict.Blocked("x.zero", false))));
        assertFalse(Judge.mayRun(second, Map.of()));
    }
}
