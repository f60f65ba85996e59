package racecourse.checks.sharing;

import racecourse.checks.engine.Subject;
import racecourse.contract.sharing.Handoff;
import racecourse.contract.sharing.MemoryExperiment;
import racecourse.contract.sharing.SharedMoney;

/** Makes a submission's objects. */
final class Sharing {
    static final String MONEY = "lab.sharing.VisibleMoney";
    static final String HANDOFF = "lab.sharing.SafeHandoff";
    static final String EXPERIMENT = "lab.sharing.ForkExperiment";

    private Sharing() {}

    static SharedMoney money(Subject subject, int initial) throws Throwable {
        return (SharedMoney)
                subject.constructor(MONEY, SharedMoney.class, int.class).invokeExact(initial);
    }

    static Handoff handoff(Subject subject) throws Throwable {
        return (Handoff) subject.constructor(HANDOFF, Handoff.class).invokeExact();
    }

    static MemoryExperiment experiment(Subject subject) throws Throwable {
        return (MemoryExperiment)
                subject.constructor(EXPERIMENT, MemoryExperiment.class).invokeExact();
    }
}
