package racecourse.checks.reaper;

import static racecourse.checks.protocol.Engine.PROCESSES;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Outcome;

/** Lab 01: zombie and orphan processes. */
public final class ReaperLab implements Lab {
    private static final String SMALLEST = "reaper.reaps";

    @Override
    public String name() {
        return "reaper";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Ward.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST).by(PROCESSES, "two-children", trial(StatusTrials::reaps)),
                check("reaper.unknown-pid")
                        .by(PROCESSES, "reaped", trial(StatusTrials::reapedIsUnknown))
                        .by(PROCESSES, "no-child-of-its", trial(StatusTrials::othersAreUnknown)),
                check("reaper.arguments")
                        .by(PROCESSES, "null", ReaperLab::nullCommand)
                        .by(PROCESSES, "empty", trial(StatusTrials::empty))
                        .by(PROCESSES, "not-startable", trial(StatusTrials::unstartable)),
                check("reaper.unreaped").by(PROCESSES, "through-a-life", trial(UnreapedTrials::tellsWhatIsLeft)),
                check("reaper.once")
                        .covering(FaultClass.INTERLEAVING)
                        .by(PROCESSES, "reaps", trial(OnceTrials::reapsCompete))
                        .by(PROCESSES, "reap-alls", trial(OnceTrials::reapAllCompetes))
                        .by(PROCESSES, "between-steps", OnceTrials::betweenSteps)
                        // how the calls meet here is luck
                        .by(PROCESSES, "crowd", Set.of(), OnceTrials::crowd),
                check("reaper.reap-all")
                        .by(PROCESSES, "statuses", trial(ReapAllTrials::tellsEachStatus))
                        .by(PROCESSES, "beside-a-start", confirmed(ReapAllTrials::waitsForAll)),
                check("reaper.interrupt")
                        .by(PROCESSES, "reap", confirmed(InterruptTrials::reapThrows))
                        .by(PROCESSES, "reap-all", confirmed(InterruptTrials::reapAllTakesNothing))
                        .by(PROCESSES, "beside-others", confirmed(InterruptTrials::othersGoOn)),
                check("reaper.independent")
                        .by(PROCESSES, "beside-reap", confirmed(IndependentTrials::besideReap))
                        .by(PROCESSES, "beside-reap-all", confirmed(IndependentTrials::besideReapAll))
                        .by(PROCESSES, "close-beside-reap", trial(IndependentTrials::closeBesideReap))
                        .by(PROCESSES, "two-reapers", confirmed(IndependentTrials::twoReapers)),
                check("reaper.close")
                        .by(PROCESSES, "stubborn", trial(CloseTrials::endsTheStubborn))
                        .by(PROCESSES, "descendants", trial(CloseTrials::endsDescendants))
                        .by(PROCESSES, "slow-to-end", CloseTrials::waitsForTheEnd)
                        .by(PROCESSES, "for-good", trial(CloseTrials::isForGood))
                        .by(PROCESSES, "interrupted", InterruptedCloseTrials::endsTheStubborn)
                        .by(PROCESSES, "beside-another", CloseTrials::besideAnother)
                        .by(PROCESSES, "beside-start", Set.of(), CloseTrials::besideStart),
                check("reaper.drains").by(PROCESSES, "flood", trial(OutputTrials::isDrained)),
                check("reaper.keeps-quiet").by(PROCESSES, "from-outside", trial(OutputTrials::staysAway)),
                check("reaper.no-leaks").by(PROCESSES, "hundred", LeakTrials::nothingIsLeft),
                check("reaper.prints-nothing").by(PROCESSES, "captured", ReaperLab::quiet));
    }

    private static Check check(String id) {
        return Check.of(id).needing(SMALLEST);
    }

    private static Outcome nullCommand(Subject subject) throws Throwable {
        try (Ward ward = new Ward(subject)) {
            return NullArguments.refused("start(null)", () -> ward.reaper().start(null));
        }
    }

    private static Outcome quiet(Subject subject) throws Throwable {
        return QuietCalls.print(
                Set.of(),
                Call.of(() -> Suspicion.confirmed(() -> InterruptTrials.reapThrows(subject))),
                Call.of(() -> StatusTrials.unstartable(subject)),
                Call.of(() -> CloseTrials.isForGood(subject)));
    }

    /** A trial that says nothing, or throws a violation. */
    @FunctionalInterface
    private interface Trial {
        void run(Subject subject) throws IOException;
    }

    private static Detection confirmed(Trial trial) {
        return trial(subject -> Suspicion.confirmed(() -> trial.run(subject)));
    }

    private static Detection trial(Trial trial) {
        return subject -> {
            trial.run(subject);
            return new Outcome.Clean();
        };
    }
}
