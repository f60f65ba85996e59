package racecourse.checks.engine.locks;

import java.util.List;

/** One rule about locks. */
interface Rule {
    /** Returns its stable id. */
    String id();

    /** Returns the clause of the contract that a violation breaks. */
    String because();

    /** Returns what it finds. */
    List<Finding> findings(Inquiry inquiry);
}
