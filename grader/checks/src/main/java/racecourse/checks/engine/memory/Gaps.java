package racecourse.checks.engine.memory;

import java.util.LinkedHashSet;
import java.util.Set;

/** What could not be followed, in all runs with one submission. Thread-safe. */
final class Gaps {
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Set<String> blind = new LinkedHashSet<>();

    /** Something may have ordered memory unseen: nobody is accused any more. */
    synchronized void hide(String what) {
        hidden.add(what);
    }

    /** Something may have raced unseen: silence is no praise. */
    synchronized void blind(String what) {
        blind.add(what);
    }

    synchronized boolean accusesNobody() {
        return !hidden.isEmpty();
    }

    /** Returns the first thing that was not followed, or an empty text. */
    synchronized String first() {
        return hidden.stream().findFirst().orElse(blind.stream().findFirst().orElse(""));
    }
}
