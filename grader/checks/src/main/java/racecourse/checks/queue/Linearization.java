package racecourse.checks.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Looks for an order of calls that a bounded first-in-first-out queue could have followed one by one, and that keeps to
 * which call had ended before which began. Tries all orders, so it is for small histories.
 */
final class Linearization {
    private final int capacity;
    private final List<History.Entry> all;
    private final List<History.Entry> entries = new ArrayList<>();
    private final Set<String> fruitless = new HashSet<>();

    private Linearization(int capacity, List<History.Entry> entries) {
        this.capacity = capacity;
        this.all = entries;
        // what threw has changed nothing
        entries.stream().filter(entry -> entry.thrown == null).forEach(this.entries::add);
    }

    /** Returns whether there is such an order. */
    static boolean exists(History history) {
        Linearization search = new Linearization(history.capacity(), history.entries());
        return search.completes(new HashSet<>(), new ArrayDeque<>());
    }

    private boolean completes(Set<History.Entry> done, Deque<Object> items) {
        if (entries.stream().allMatch(entry -> entry.isPending() || done.contains(entry))) {
            return true;
        }
        String state = state(done, items);
        if (fruitless.contains(state)) {
            return false;
        }
        for (History.Entry next : entries) {
            if (!done.contains(next) && isNext(next, done)) {
                Deque<Object> after = new ArrayDeque<>(items);
                if (applies(next, after)) {
                    done.add(next);
                    if (completes(done, after)) {
                        return true;
                    }
                    done.remove(next);
                }
            }
        }
        fruitless.add(state);
        return false;
    }

    private String state(Set<History.Entry> done, Deque<Object> items) {
        StringBuilder state = new StringBuilder();
        entries.forEach(entry -> state.append(done.contains(entry) ? '1' : '0'));
        return state.append(items).toString();
    }

    /** Nothing that ended before this one began is still to come. */
    private boolean isNext(History.Entry next, Set<History.Entry> done) {
        return entries.stream().allMatch(other -> other == next || done.contains(other) || other.end > next.begin);
    }

    private boolean applies(History.Entry entry, Deque<Object> items) {
        boolean alone = all.stream().noneMatch(other -> other != entry && other.overlaps(entry));
        if (entry.isRefused()) {
            return !alone || (entry.op.kind().puts() ? items.size() >= capacity : items.isEmpty());
        }
        if (entry.op.kind().puts()) {
            items.add(entry.op.item());
            return items.size() <= capacity;
        }
        Object head = items.poll();
        return head != null && (entry.isPending() || Objects.equals(head, entry.result));
    }
}
