package racecourse.runner;

import racecourse.checks.protocol.Engine;

/** How much is done to find races. */
public enum Races {
    /** Every engine. */
    QUICK,
    /** Neither the explorer nor stress: a quick look, after which what only they can see is undecided. */
    NONE;

    boolean runs(Engine engine) {
        return this == QUICK || (engine != Engine.EXPLORER && engine != Engine.STRESS);
    }
}
