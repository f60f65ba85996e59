package racecourse.checks.protocol;

/** A kind of fault that a check covers and a detector can see. */
public enum FaultClass {
    /** A wrong answer that one thread alone, or any threads in any order, can see. */
    BEHAVIOUR,
    /** A wrong answer under some order of the steps of several threads. */
    INTERLEAVING,
    /** A write that another thread never sees, or sees in the wrong order. */
    VISIBILITY,
    /** A thread that waits although what it waits for has come. */
    LOST_WAKE_UP,
    /** Something the contract forbids or demands of the code, whatever a run shows. */
    DISCIPLINE
}
