package racecourse.checks.engine.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Message;

/** A few calls by a few threads, one after the other, or some of them in the middle of another; and what may come out. */
public interface Plot {
    /**
     * Makes fresh objects; what happens here every thread knows.
     *
     * @param subject the submission
     * @return the calls, in order
     * @throws Throwable whatever the submission throws
     */
    List<Turn> turns(Subject subject) throws Throwable;

    /**
     * Looks at what came out.
     *
     * @param results what each turn returned
     * @return what is wrong with it, or {@code null} if all is well
     */
    @Nullable
    Message wrong(List<@Nullable Object> results);

    /**
     * Returns which turn is interrupted.
     *
     * @return its index, or -1 for none: one call after the other
     */
    default int cut() {
        return -1;
    }

    /**
     * Returns how many of the turns after the one that is cut are made in the middle of it.
     *
     * @return at least 1
     */
    default int inside() {
        return 1;
    }

    /**
     * Returns whether the turn that is cut may have to wait for what those inside it do: they are let in at the latest
     * when it has come to rest.
     *
     * @return false where it ends by itself
     */
    default boolean waits() {
        return false;
    }

    /**
     * Returns whether variables that are read in release, acquire or opaque mode may give old values: where the contract
     * wants one order over all variables.
     *
     * @return false where seeing what was written in the end is enough
     */
    default boolean distrustsModes() {
        return false;
    }
}
