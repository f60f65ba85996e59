package racecourse.checks.engine.locks.paths;

/** When something happens in the life of the object that is looked at. */
public enum Phase {
    /** A class is initialised: what is made here is shared by all objects. */
    CLASS,
    /** The object is constructed: what is made here is the object's own. */
    CONSTRUCTION,
    /** A method is called: what is made here is new in every call. */
    CALL
}
