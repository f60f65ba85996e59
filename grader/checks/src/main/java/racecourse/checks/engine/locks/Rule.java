package racecourse.checks.engine.locks;

import java.util.List;

/** One rule about locks. */
interface Rule {
    /** Returns its stable id. */
    String id();

    /** Returns the clause of the contract that a violation breaks. */
    String because();

    /** Returns the stems of all that it may say, {@code section-missing}: a finding has the texts of one of them. */
    List<String> says();

    /** Returns what it finds. */
    List<Finding> findings(Inquiry inquiry);
}
