package racecourse.checks.engine.memory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What could not be followed, in all runs with one submission. Thread-safe. */
final class Gaps {
    private final Set<String> hidden = new LinkedHashSet<>();
    /** With the lines where it is; empty where they are not known. */
    private final Map<String, String> blind = new LinkedHashMap<>();

    /** Something may have ordered memory unseen: nobody is accused any more. */
    synchronized void hide(String what) {
        hidden.add(what);
    }

    /** Something may have raced unseen: silence is no praise. */
    synchronized void blind(String what, String at) {
        blind.putIfAbsent(what, at);
    }

    synchronized boolean accusesNobody() {
        return !hidden.isEmpty();
    }

    /** Returns the first thing that was not followed, or an empty text. */
    synchronized String first() {
        return hidden.stream()
                .findFirst()
                .orElse(blind.keySet().stream().findFirst().orElse(""));
    }

    /** Returns the line of the same thing, {@code lab/queue/BoundedMessageQueue.java:17}, or an empty text. */
    synchronized String firstAt() {
        return hidden.isEmpty() ? blind.values().stream().findFirst().orElse("") : "";
    }
}
