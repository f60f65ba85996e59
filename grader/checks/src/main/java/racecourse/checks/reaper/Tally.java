package racecourse.checks.reaper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** The statuses that several calls have given out, by process id. */
final class Tally {
    private static final Message EXPECTED = Message.of("reaper.once.expected");

    private final Map<Long, List<Object>> given = new HashMap<>();

    /** Counts what a reap has given out; one that came too late gives out nothing. */
    void addReap(long pid, Actor reap) {
        if (!Ward.refused(reap)) {
            add(pid, Ward.resultOf(reap, EXPECTED));
        }
    }

    /** Counts what a reapAll has given out. */
    void addReapAll(Actor reapAll) {
        addAll((Map<?, ?>) Ward.resultOf(reapAll, EXPECTED));
    }

    void addAll(Map<?, ?> statuses) {
        statuses.forEach((pid, status) -> add((Long) pid, status));
    }

    private void add(long pid, Object status) {
        given.computeIfAbsent(pid, key -> new ArrayList<>()).add(status);
    }

    boolean has(long pid) {
        return given.containsKey(pid);
    }

    /** Looks whether a status was given out once, and what it is. */
    void isOnce(long pid, int status) {
        List<Object> all = given.getOrDefault(pid, List.of());
        if (all.isEmpty()) {
            throw new Violation(Evidence.of(EXPECTED, Message.of("reaper.once.lost", status))
                    .hinting(Message.of("reaper.once.try-lost")));
        }
        if (all.size() > 1) {
            throw new Violation(Evidence.of(EXPECTED, Message.of("reaper.once.more", status, all.size()))
                    .hinting(Message.of("reaper.once.try")));
        }
        if (!all.get(0).equals(status)) {
            throw new Violation(Evidence.of(Ward.reap(status), Message.of("reaper.status.observed", all.get(0))));
        }
    }
}
