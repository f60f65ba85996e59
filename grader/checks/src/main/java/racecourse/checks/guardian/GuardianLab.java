package racecourse.checks.guardian;

import static racecourse.checks.protocol.Engine.PROCESSES;

import java.io.IOException;
import java.util.List;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Outcome;

/** Lab 02: a daemon process. */
public final class GuardianLab implements Lab {
    private static final String SMALLEST = "guardian.starts";

    @Override
    public String name() {
        return "guardian";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(GuardianScript.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST).by(PROCESSES, "one", trial(LifeTrials::starts)),
                check("guardian.arguments").by(PROCESSES, "refused", trial(LifeTrials::refuses)),
                check("guardian.main-returns").by(PROCESSES, "seen-from-outside", EndTrials.by(Way.RETURN)),
                check("guardian.exit").by(PROCESSES, "seen-from-outside", EndTrials.by(Way.EXIT)),
                check("guardian.uncaught").by(PROCESSES, "seen-from-outside", EndTrials.by(Way.UNCAUGHT)),
                check("guardian.sigterm").by(PROCESSES, "seen-from-outside", EndTrials.by(Way.SIGTERM)),
                check("guardian.killed").by(PROCESSES, "seen-from-outside", EndTrials.by(Way.SIGKILL)),
                check("guardian.every-command").by(PROCESSES, "many", trial(EndTrials::all)),
                check("guardian.stubborn").by(PROCESSES, "ignores-sigterm", trial(EndTrials::stubborn)),
                check("guardian.not-before").by(PROCESSES, "occasions", trial(LifeTrials::runsOn)),
                check("guardian.quiet")
                        .by(PROCESSES, "from-outside", trial(LifeTrials::isQuiet))
                        .by(PROCESSES, "flood", trial(LifeTrials::isDiscarded)));
    }

    private static Check check(String id) {
        return Check.of(id).needing(SMALLEST);
    }

    /** A trial that says nothing, or throws a violation. */
    @FunctionalInterface
    private interface Trial {
        void run(Subject subject) throws IOException;
    }

    private static Detection trial(Trial trial) {
        return subject -> {
            trial.run(subject);
            return new Outcome.Clean();
        };
    }
}
