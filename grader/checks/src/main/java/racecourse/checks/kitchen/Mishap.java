package racecourse.checks.kitchen;

/** What may happen to a diner in the middle of a dish. Whatever it is, the dish counts and the diner goes on. */
enum Mishap {
    RUNTIME_EXCEPTION("a RuntimeException") {
        @Override
        void happen() {
            throw new IllegalArgumentException("too hot");
        }
    },
    ILLEGAL_STATE("an IllegalStateException") {
        @Override
        void happen() {
            throw new IllegalStateException("the plate is empty");
        }
    },
    CHECKED_EXCEPTION("a checked exception") {
        @Override
        void happen() throws Exception {
            throw new java.io.IOException("no fork");
        }
    },
    ASSERTION_ERROR("an AssertionError") {
        @Override
        void happen() {
            throw new AssertionError("not what was ordered");
        }
    },
    OUT_OF_MEMORY("an OutOfMemoryError") {
        @Override
        void happen() {
            throw new OutOfMemoryError("made up by the check");
        }
    },
    ERROR("an Error of its own") {
        @Override
        void happen() {
            throw new Upset();
        }
    },
    THROWABLE("a Throwable that is neither Exception nor Error") {
        @Override
        void happen() throws Throwable {
            throw new Hiccup();
        }
    },
    INTERRUPTED_EXCEPTION("an InterruptedException") {
        @Override
        void happen() throws InterruptedException {
            throw new InterruptedException("made up by the check");
        }
    },
    FLAG("no exception, but with the interrupt flag of its thread set") {
        @Override
        void happen() {
            Thread.currentThread().interrupt();
        }
    },
    FLAG_AND_EXCEPTION("a RuntimeException, with the interrupt flag of its thread set") {
        @Override
        void happen() {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("too hot");
        }
    };

    private final String text;

    Mishap(String text) {
        this.text = text;
    }

    /** Lets it happen to the calling thread. */
    abstract void happen() throws Throwable;

    /** How an eater ends by it, for a reader. */
    String text() {
        return text;
    }

    private static final class Upset extends Error {
        private static final long serialVersionUID = 1L;

        Upset() {
            super("made up by the check");
        }
    }

    private static final class Hiccup extends Throwable {
        private static final long serialVersionUID = 1L;

        Hiccup() {
            super("made up by the check");
        }
    }
}
