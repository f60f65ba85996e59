package racecourse.checks.kitchen;

/**
 * What a joinable queue is to the checks of its counting: things come in, are taken, are finished, are waited for. Public
 * for the control, which is loaded anew with its steps.
 */
public interface Tally {
    /** Puts one in. */
    void add() throws Exception;

    /** Takes one out; returns false when there is none to be seen. */
    boolean take() throws Exception;

    /** Says that one is finished; throws {@link IllegalStateException} if none is unfinished. */
    void finish();

    /** Waits until none is unfinished. */
    void await() throws InterruptedException;

    /** Makes tallies, each empty. */
    interface Maker {
        Tally make() throws Throwable;
    }
}
