package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What threads did with one queue, in the order in which calls began and ended. Thread-safe.
 *
 * <p>It knows what a right queue holds once every call that can go on has gone on: what went in less what came out.
 */
final class History {
    private final int capacity;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();

    /** Threads between two calls: what they do next is not known yet. */
    private int between;

    History(int capacity) {
        this.capacity = capacity;
    }

    /** A call that has begun. Guarded by the history. */
    static final class Entry {
        final String thread;
        final Op op;
        final int begin;
        int end = Integer.MAX_VALUE;

        @Nullable
        Object result;

        @Nullable
        Throwable thrown;

        Entry(String thread, Op op, int begin) {
            this.thread = thread;
            this.op = op;
            this.begin = begin;
        }

        boolean isPending() {
            return end == Integer.MAX_VALUE;
        }

        boolean isRefused() {
            return result == Channel.REFUSED;
        }

        /** Whether it has taken effect, by what it returned. */
        boolean isDone() {
            return !isPending() && thrown == null && !isRefused();
        }

        boolean overlaps(Entry other) {
            return begin < other.end && other.begin < end;
        }

        @Override
        public String toString() {
            if (isPending()) {
                return op + " waits";
            }
            if (thrown != null) {
                return op + " threw " + thrown.getClass().getSimpleName();
            }
            if (isRefused()) {
                return op + " refused";
            }
            return op.kind().puts() ? op + " returned" : op + " = " + result;
        }
    }

    /**
     * The beginning or the end of a call, or something else worth telling.
     *
     * @param thread whose
     * @param entry the call
     * @param isEnd whether it is the end
     */
    record Moment(String thread, Entry entry, boolean isEnd) {}

    synchronized void comes() {
        between++;
    }

    synchronized void leaves() {
        between--;
    }

    synchronized Entry begins(String thread, Op op) {
        between--;
        Entry entry = new Entry(thread, op, moments.size());
        entries.add(entry);
        moments.add(new Moment(thread, entry, false));
        return entry;
    }

    synchronized void ends(Entry entry, @Nullable Object result, @Nullable Throwable thrown) {
        between++;
        entry.end = moments.size();
        entry.result = result;
        entry.thrown = thrown;
        moments.add(new Moment(entry.thread, entry, true));
    }

    /** Returns what a right queue holds when all rests. */
    synchronized int held() {
        int held = 0;
        for (Entry entry : entries) {
            if (entry.isDone()) {
                held += entry.op.kind().puts() ? 1 : -1;
            }
        }
        return held;
    }

    /** Returns whether nobody can go on: every thread has ended, or waits for what a right queue does not have. */
    synchronized boolean rests() {
        return between == 0 && entries.stream().filter(Entry::isPending).allMatch(this::mayWait);
    }

    private boolean mayWait(Entry entry) {
        return switch (entry.op.kind()) {
            case PUT -> held() >= capacity;
            case GET -> held() <= 0;
            case PUT_NO_WAIT, GET_NO_WAIT -> false;
        };
    }

    /** Returns a call that should have gone on, if there is one. */
    synchronized @Nullable Entry late() {
        return entries.stream()
                .filter(entry -> entry.isPending() && !mayWait(entry))
                .findFirst()
                .orElse(null);
    }

    /** Returns the calls that have not ended. */
    synchronized List<Entry> pending() {
        return entries.stream().filter(Entry::isPending).toList();
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }

    int capacity() {
        return capacity;
    }

    /** Returns whether something went wrong after which nothing can be said of who should go on. */
    synchronized boolean isSpoiled() {
        return failure() != null
                || entries.stream()
                        .anyMatch(entry -> entry.isDone() && !entry.op.kind().puts() && entry.result == null);
    }

    /** Returns what was thrown that no call may throw, an interrupt left aside; {@code null} if nothing was. */
    synchronized @Nullable Throwable failure() {
        return entries.stream()
                .map(entry -> entry.thrown)
                .filter(thrown -> thrown != null && !(thrown instanceof InterruptedException))
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(null);
    }
}
