package racecourse.checks.engine;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.protocol.Evidence;

/** What rules have noticed that costs no points, until the worker takes it. */
public final class Advice {
    private static final List<Evidence> NOTED = new ArrayList<>();

    private Advice() {}

    /**
     * Notes a piece of advice for the detector that is running.
     *
     * @param evidence what was seen
     */
    public static synchronized void note(Evidence evidence) {
        NOTED.add(evidence);
    }

    /**
     * Returns what was noted, and forgets it.
     *
     * @return the advice
     */
    public static synchronized List<Evidence> taken() {
        List<Evidence> taken = List.copyOf(NOTED);
        NOTED.clear();
        return taken;
    }
}
