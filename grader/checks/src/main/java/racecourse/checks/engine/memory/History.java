package racecourse.checks.engine.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written to one variable, oldest first. */
final class History {
    /** What was there before anybody looked; every thread knows of it. */
    private static final int NOBODY = -1;

    private final String name;
    private final List<Written> writes = new ArrayList<>();
    private final Clock released = new Clock();

    History(String name, @Nullable Object before) {
        this.name = name;
        writes.add(new Written(before, NOBODY, 0, Access.VOLATILE, ""));
    }

    /**
     * A write.
     *
     * @param value what was written
     * @param thread who wrote it
     * @param tick the writer's number of it
     * @param access how strongly
     * @param at the line, {@code lab/sharing/SafeHandoff.java:12}; empty where it is not known
     */
    record Written(@Nullable Object value, int thread, int tick, Access access, String at) {
        boolean isKnownTo(Clock clock) {
            return thread == NOBODY || clock.knows(thread, tick);
        }
    }

    String name() {
        return name;
    }

    void write(@Nullable Object value, int thread, Clock clock, Access access, String at) {
        writes.add(new Written(value, thread, clock.tick(thread), access, at));
        if (access.orders()) {
            released.join(clock);
        }
    }

    /** Somebody has written it whom nobody saw: that value is all that is known now. */
    void restart(@Nullable Object value) {
        writes.clear();
        writes.add(new Written(value, NOBODY, 0, Access.VOLATILE, ""));
    }

    Written last() {
        return writes.get(writes.size() - 1);
    }

    /** What whoever reads it in an ordering way knows afterwards. */
    Clock released() {
        return released;
    }

    /**
     * Returns the writes that a read may see, the last one first: back to one that happens before the read.
     *
     * @param clock what happens before the read
     * @return one, if nothing races with the read
     */
    List<Written> visible(Clock clock) {
        List<Written> visible = new ArrayList<>();
        for (int i = writes.size() - 1; i >= 0; i--) {
            Written written = writes.get(i);
            visible.add(written);
            if (written.isKnownTo(clock)) {
                break;
            }
        }
        return visible;
    }
}
