package racecourse.runner;

import racecourse.checks.protocol.Engine;

/** How much is done to find races. */
public enum Races {
    /** Every engine. */
    QUICK,
    /** Neither the explorer nor stress: a quick look, after which a check that has them is undecided unless it failed. */
    NONE;

    boolean runs(Engine engine) {
        return this == QUICK || (engine != Engine.EXPLORER && engine != Engine.STRESS);
    }
}
