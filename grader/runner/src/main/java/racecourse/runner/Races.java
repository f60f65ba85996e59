package racecourse.runner;

import racecourse.checks.protocol.Engine;

/** How much is done to find races. */
public enum Races {
    /** Every engine, and then the official jcstress harness, which takes minutes. */
    THOROUGH,
    /** Every engine but the official harness. */
    QUICK,
    /** Neither the explorer nor stress: a quick look, after which a check that has them is undecided unless it failed. */
    NONE;

    boolean runs(Engine engine) {
        return switch (engine) {
            case PROPERTY, RENDEZVOUS, PROCESSES, RULE -> true;
            case EXPLORER, STRESS -> this != NONE;
            case HARNESS -> this == THOROUGH;
        };
    }
}
