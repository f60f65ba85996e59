package racecourse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static racecourse.runner.Fixtures.result;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;

/** What a reader gets, letter by letter. Texts that no bundle has show as their keys, so messages stand as they are. */
class StudentTextTest {
    private static final String FILE = "lab/counter/MutexCounter.java";
    private static final String ID = "counter.no-lost-update";
    private static final Points LOST = new Points(0, 3, 0, 3);
    private static final Points UNDECIDED = new Points(0, 0, 3, 3);

    private final StudentText text =
            new StudentText(Texts.of("counter", Locale.ENGLISH), check -> "repeat " + check, false);

    private static Message said(String words) {
        return Message.of(words);
    }

    private static Place place(int line, String remark) {
        return new Place(FILE, line, said(remark));
    }

    private static Step step(int lane, Action action, String value, int line) {
        return new Step(lane, action, "", value, new Place(FILE, line, null), null);
    }

    private static Verdict failed(Evidence... evidence) {
        return new Verdict.Failed(List.of(evidence));
    }

    @Test
    void aFailureIsItsFactsInAFixedOrder() {
        Evidence evidence = Evidence.of(
                        said("value() = 98 after two decrements of 100"),
                        said("value() = 99, by the interleaving below"))
                .at(List.of(place(17, "(value is read here …)"), place(19, "(… and written back here)")))
                .along(new Timeline(
                        List.of("thread A", "thread B"),
                        List.of(
                                step(0, Action.READ, "100", 17),
                                step(1, Action.READ, "100", 17),
                                step(1, Action.WRITE, "99", 19),
                                new Step(
                                        0,
                                        Action.WRITE,
                                        "",
                                        "99",
                                        new Place(FILE, 19, null),
                                        said("B's decrement is lost"))),
                        "the engine's own text"))
                .because(said("both threads read before either wrote"))
                .hinting(said("hold one lock from before the read until after the write"));
        String expected = """
                ✗ counter.no-lost-update — two decrements at once take two off              0 of 3 points
                  expected   value() = 98 after two decrements of 100
                  observed   value() = 99, by the interleaving below
                  where      lab/counter/MutexCounter.java:17   (value is read here …)
                             lab/counter/MutexCounter.java:19   (… and written back here)

                             thread A                      thread B
                             reads 100   :17
                                                           reads 100   :17
                                                           writes 99   :19
                             writes 99   :19  ← B's decrement is lost

                  why        both threads read before either wrote
                  try        hold one lock from before the read until after the write
                  again      repeat counter.no-lost-update""";
        assertEquals(expected, text.render(result(ID, failed(evidence)), LOST, 3));
    }

    @Test
    void whatTheSecondEngineSawIsAddedToTheFirst() {
        Evidence first = Evidence.of(said("two off"), said("one off"));
        Evidence second = Evidence.of(said("not shown"), said("1,820 of 397,000 runs"))
                .counted(new OutcomeTable(
                        "decrement-decrement",
                        List.of(
                                new OutcomeTable.Row("98", false, 395_180, "both count"),
                                new OutcomeTable.Row("99", true, 1_820, "one is lost")),
                        ""));
        String expected = """
                ✗ counter.no-lost-update — two decrements at once take two off              0 of 3 points
                  expected   two off
                  observed   one off
                  also       1,820 of 397,000 runs

                             98                    395,180   99.542 %  allowed    both count
                             99                      1,820    0.458 %  forbidden  one is lost

                  correct    nothing but 98 (both count)
                  again      repeat counter.no-lost-update""";
        assertEquals(expected, text.render(result(ID, failed(first, second)), LOST, 3));
    }

    @Test
    void aThreadDumpIsShownWhole() {
        Evidence evidence = Evidence.of(said("it returns"), said("it waits")).dumped("A waits\n    at lab.X\nB waits");
        String expected = """
                ✗ counter.no-lost-update — two decrements at once take two off              0 of 3 points
                  expected   it returns
                  observed   it waits

                             A waits
                                 at lab.X
                             B waits

                  again      repeat counter.no-lost-update""";
        assertEquals(expected, text.render(result(ID, failed(evidence)), LOST, 3));
    }

    @Test
    void aPassIsOneLine() {
        assertEquals(
                "✓ counter.no-lost-update — two decrements at once take two off              3 of 3 points",
                text.render(result(ID, new Verdict.Passed()), new Points(3, 0, 0, 3), 3));
    }

    @Test
    void aBlockedCheckNamesWhatBlocksIt() {
        assertEquals("""
                ✗ counter.no-lost-update — two decrements at once take two off              0 of 3 points
                  not tried: counter.counts-down has to pass first""", text.render(result(ID, new Verdict.Blocked("counter.counts-down", true)), LOST, 3));
    }

    @Test
    void whatIsUndecidedIsNeitherRightNorWrong() {
        assertEquals(
                """
                ? counter.no-lost-update — two decrements at once take two off              3 undecided
                  undecided: one processor cannot show it""",
                text.render(result(ID, new Verdict.Inconclusive(said("one processor cannot show it"))), UNDECIDED, 3));
        assertEquals(
                """
                ? counter.no-lost-update — two decrements at once take two off              3 undecided
                  the grader failed here, which costs nothing: java.lang.Error: bug""",
                text.render(
                        result(ID, new Verdict.GraderError("java.lang.Error: bug\n\tat racecourse.X")), UNDECIDED, 3));
    }

    @Test
    void adviceCostsNothingAndIsShownWithAPass() {
        Evidence advice = Evidence.of(said("a private lock"), said("the lock is not private"))
                .at(List.of(new Place(FILE, 9, null)))
                .hinting(said("make it private"));
        assertEquals(
                """
                ✓ counter.no-lost-update — two decrements at once take two off              3 of 3 points
                  advice     the lock is not private
                  where      lab/counter/MutexCounter.java:9
                  try        make it private""",
                text.render(
                        new CheckResult(ID, new Verdict.Passed(), List.of(), List.of(advice)),
                        new Points(3, 0, 0, 3),
                        3));
    }

    @Test
    void coloursAreForTheSignOnly() {
        StudentText coloured = new StudentText(Texts.of("counter", Locale.ENGLISH), check -> "again", true);
        assertEquals(
                "\u001b[32m✓\u001b[0m counter.no-lost-update — two decrements at once take two off"
                        + "              3 of 3 points",
                coloured.render(result(ID, new Verdict.Passed()), new Points(3, 0, 0, 3), 3));
    }

    @Test
    void pointsHaveAFractionOnlyWhereThereIsOne() {
        assertEquals("3", StudentText.number(3));
        assertEquals("2.50", StudentText.number(2.5));
    }
}
