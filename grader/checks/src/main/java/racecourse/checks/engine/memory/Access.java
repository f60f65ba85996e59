package racecourse.checks.engine.memory;

/** How strongly an access to a variable orders memory, weakest first. */
enum Access {
    /** An ordinary field or array element. */
    PLAIN,
    /** In one order for all, but ordering nothing else. */
    OPAQUE,
    /** Release or acquire. */
    ORDERED,
    /** As a volatile field. */
    VOLATILE;

    /** What is known of a variable is what the weaker of a write and a read lets pass. */
    Access weaker(Access other) {
        return compareTo(other) < 0 ? this : other;
    }

    boolean orders() {
        return compareTo(ORDERED) >= 0;
    }
}
