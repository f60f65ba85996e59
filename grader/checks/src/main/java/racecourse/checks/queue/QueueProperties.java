package racecourse.checks.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Any sequence of calls of one thread against a model: a list. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class QueueProperties {
    private static final Message RETURNS = Message.of("queue.calls-return");
    private static final int CALLS = 4;

    /** The calls by number. */
    private static final int PUT = 0;

    private static final int GET = 1;
    private static final int PUT_NO_WAIT = 2;
    private static final int GET_NO_WAIT = 3;

    private static final int MOST = 6;

    /** Sequences in which nothing has to wait and nothing is refused: what has no place is left out. */
    @Property(tries = 60)
    void firstInFirstOut(
            @ForAll @IntRange(min = 1, max = 6) int capacity,
            @ForAll @Size(max = 24) List<@IntRange(min = 0, max = 3) Integer> calls) {
        sequence(capacity, calls, false);
    }

    /** The same in a queue with much room, so that rings and chains get long. */
    @Property(tries = 6)
    void firstInFirstOutWithRoom(
            @ForAll @IntRange(min = 50, max = 400) int capacity,
            @ForAll @Size(min = 60, max = 300) List<@IntRange(min = 0, max = 4) Integer> calls) {
        sequence(capacity, calls, false);
    }

    /** Sequences with calls that have to be refused. */
    @Property(tries = 60)
    void refusesExactly(
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @Size(max = 24) List<@IntRange(min = 0, max = 3) Integer> calls) {
        sequence(capacity, calls, true);
    }

    /**
     * Fills queues to the brim and empties them, twice and by every way in and out: what any sequence may happen to leave
     * out.
     *
     * @param maker makes the queues
     * @throws Violation if it is not first in, first out
     */
    static void toTheBrimAndBack(Channel.Maker maker) {
        for (int capacity = 1; capacity <= MOST; capacity++) {
            for (int put : List.of(PUT, PUT_NO_WAIT)) {
                for (int get : List.of(GET, GET_NO_WAIT)) {
                    List<Integer> calls = new ArrayList<>(Collections.nCopies(capacity, put));
                    calls.addAll(List.of(get, put));
                    calls.addAll(Collections.nCopies(capacity, get));
                    calls.addAll(Collections.nCopies(capacity, put));
                    calls.addAll(Collections.nCopies(capacity, get));
                    sequence(maker, capacity, calls, false);
                }
            }
        }
    }

    private static void sequence(int capacity, List<Integer> calls, boolean refusals) {
        sequence(UnderTest.queues(PropertyRun.subject()), capacity, calls, refusals);
    }

    private static void sequence(Channel.Maker maker, int capacity, List<Integer> calls, boolean refusals) {
        Scene.value(RETURNS, () -> {
            new Sequence(maker.make(capacity), capacity).follow(calls, refusals);
            return capacity;
        });
    }

    /** One queue and its model. */
    private static final class Sequence {
        private final Channel queue;
        private final int capacity;
        private static final int EQUAL = 3;

        private final Deque<String> model = new ArrayDeque<>();
        private final List<String> story = new ArrayList<>();

        Sequence(Channel queue, int capacity) {
            this.queue = queue;
            this.capacity = capacity;
        }

        void follow(List<Integer> calls, boolean refusals) throws Throwable {
            looks();
            int items = 0;
            for (int call : calls) {
                // more numbers than calls: puts are more frequent where there is much room
                boolean puts = call % 2 == 0;
                boolean waits = call % CALLS < 2 && !refusals;
                if (puts) {
                    // not one object for all that are equal
                    // some are equal, none are the same
                    put(new String("item " + items++ % EQUAL), waits, refusals);
                } else {
                    get(waits, refusals);
                }
                looks();
            }
            while (!model.isEmpty()) {
                get(false, false);
            }
            looks();
        }

        private void put(String item, boolean waits, boolean refusals) throws Throwable {
            boolean full = model.size() == capacity;
            if (full && !refusals) {
                return;
            }
            story.add((waits ? "put(" : "putNoWait(") + item + ")");
            boolean accepted = true;
            if (waits) {
                queue.put(item);
            } else {
                accepted = queue.putNoWait(item);
            }
            if (accepted == full) {
                throw wrong(full ? "queue.refuses.full" : "queue.accepts.room", full ? "accepted" : "refused");
            }
            if (accepted) {
                model.add(item);
            }
        }

        private void get(boolean waits, boolean refusals) throws Throwable {
            if (model.isEmpty() && !refusals) {
                return;
            }
            story.add(waits ? "get()" : "getNoWait()");
            @Nullable Object item = waits ? queue.get() : queue.getNoWait();
            Object due = model.isEmpty() ? Channel.REFUSED : model.remove();
            if (item != due) {
                throw wrong(
                        due == Channel.REFUSED ? "queue.refuses.empty" : "queue.next.expected",
                        String.valueOf(item),
                        due);
            }
        }

        private void looks() throws Throwable {
            is("size()", model.size(), queue.size());
            is("isEmpty()", model.isEmpty(), queue.isEmpty());
            is("isFull()", model.size() == capacity, queue.isFull());
            is("capacity()", capacity, queue.capacity());
        }

        private void is(String call, Object due, Object answer) {
            if (!Objects.equals(due, answer)) {
                story.add(call);
                throw wrong("queue.answer.expected", String.valueOf(answer), call, due);
            }
        }

        private Violation wrong(String expected, String observed, Object... facts) {
            return new Violation(Evidence.of(
                    Message.of(expected, facts),
                    Message.of("queue.sequence.observed", story.get(story.size() - 1), observed, capacity, told())));
        }

        private String told() {
            List<String> before = story.subList(0, story.size() - 1);
            return before.isEmpty() ? "nothing" : String.join(", ", before);
        }
    }
}
