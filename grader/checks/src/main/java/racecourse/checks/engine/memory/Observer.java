package racecourse.checks.engine.memory;

import org.jspecify.annotations.Nullable;

/**
 * Is told what rewritten classes do, on the thread that does it. Places read {@code lab/sharing/SafeHandoff.java:12}.
 */
interface Observer {
    /** Something is about to happen that other threads can see, or that shows what they did. */
    default void point(String at) {}

    /** A variable was read; returns what the thread is to see. */
    default @Nullable Object read(Object base, String name, Access access, @Nullable Object value, String at) {
        return value;
    }

    /** A variable is written. */
    default void write(
            Object base, String name, Access access, @Nullable Object before, @Nullable Object after, String at) {}

    /** A variable was changed in one step that nobody can get in between, as if volatile. */
    default void changed(Object base, String name, @Nullable Object after, String at) {}

    /** So many things a collection holds after a call that may have changed it. */
    default void counted(Object collection, String name, int size, String at) {}

    /** This is what a variable holds before it is used. */
    default void holds(Object base, String name, @Nullable Object value) {}

    /** A lock or monitor was acquired. */
    default void acquired(Object lock, String at) {}

    /** A lock or monitor is given back. */
    default void released(Object lock, String at) {}

    /** Something else that may order memory is called, or was called. */
    default void called(String call, String at) {}

    /** A fence: what is before it is ordered before what is after every later one. */
    default void fenced(String call, String at) {}

    /** Something is used whose inside nobody looks at, and that orders nothing. */
    default void used(String call, String at) {}

    /** A method of the JDK was handed on, to be called where nobody sees it. */
    default void hidden(String call) {}

    /** A method of the submission begins; {@code V} at the end of its descriptor: it returns nothing. */
    default void entered(String method) {}

    /** A class was initialised by this thread. */
    default void initialised() {}
}
