package racecourse.checks.engine.explore;

import java.util.List;
import racecourse.checks.engine.Call;

/** A small scenario: an object is made, a few threads use it at once, and what came out is looked at. */
public interface Script {
    /**
     * Makes a fresh object; every schedule begins with it.
     *
     * @return what the threads do, one call each; held by the script's next {@link #verdict}
     * @throws Throwable whatever the submission throws
     */
    List<Call> begin() throws Throwable;

    /**
     * Looks at what came out, once all threads have ended.
     *
     * @param results what each call returned
     * @return what is wrong, or an empty text
     * @throws Throwable whatever the submission throws
     */
    String verdict(List<Object> results) throws Throwable;

    /**
     * Returns how many interleavings are tried. Of the faults that the explorer finds at all with two threads, all were
     * found within 81; a third thread is there for what shows early or never.
     *
     * @return a number of schedules
     */
    default int schedules() {
        return 90;
    }
}
