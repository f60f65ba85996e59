package racecourse.checks.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.explore.Script;

/** What two threads do to a fresh queue, under every interleaving that the explorer tries. Nobody has to wait for ever. */
final class QueueScripts {
    private QueueScripts() {}

    static List<Script> meetings(Subject subject) {
        Channel.Maker maker = UnderTest.queues(subject);
        return List.of(
                new Meeting(maker, 1, 1, Op.getNoWait(), Op.getNoWait()),
                new Meeting(maker, 1, 0, Op.putNoWait(11), Op.putNoWait(12)));
    }

    /** Two calls on a queue that holds 1, 2, … at first. */
    private static final class Meeting implements Script {
        private final Channel.Maker maker;
        private final int capacity;
        private final int before;
        private final Op[] ops;

        /** Found before the explorer begins: it follows every step of what it runs. */
        private final Set<String> allowed = new TreeSet<>();

        private @Nullable Channel queue;

        Meeting(Channel.Maker maker, int capacity, int before, Op one, Op other) {
            this.maker = maker;
            this.capacity = capacity;
            this.before = before;
            this.ops = new Op[] {one, other};
            for (boolean oneFirst : new boolean[] {true, false}) {
                for (int refusals = 0; refusals < 1 << ops.length; refusals++) {
                    allow(oneFirst, refusals);
                }
            }
        }

        private void allow(boolean oneFirst, int refusals) {
            Deque<Object> items = new ArrayDeque<>();
            for (int i = 1; i <= before; i++) {
                items.add(i);
            }
            Object[] results = new Object[ops.length];
            for (int i = 0; i < ops.length; i++) {
                int at = oneFirst ? i : ops.length - 1 - i;
                Op op = ops[at];
                boolean refuses = (refusals & 1 << at) != 0;
                boolean can = op.kind().puts() ? items.size() < capacity : !items.isEmpty();
                if (op.kind().waits() ? refuses || !can : !refuses && !can) {
                    return;
                }
                if (refuses) {
                    results[at] = Channel.REFUSED;
                } else if (op.kind().puts()) {
                    items.add(op.item());
                    results[at] = true;
                } else {
                    results[at] = items.remove();
                }
            }
            allowed.add(text(results[0], results[1], new ArrayList<>(items)));
        }

        private String text(Object one, Object other, List<Object> left) {
            return ops[0] + ": " + one + ", " + ops[1] + ": " + other + ", left in the queue: " + left;
        }

        @Override
        public List<Call> begin() throws Throwable {
            Channel fresh = maker.make(capacity);
            for (int i = 1; i <= before; i++) {
                fresh.put(i);
            }
            queue = fresh;
            List<Call> calls = new ArrayList<>();
            for (Op op : ops) {
                calls.add(() -> op.on(fresh));
            }
            return calls;
        }

        @Override
        public int schedules() {
            return 30;
        }

        @Override
        public String verdict(List<Object> results) throws Throwable {
            Channel own = Objects.requireNonNull(queue);
            List<Object> left = new ArrayList<>();
            for (Object item = own.getNoWait();
                    item != Channel.REFUSED && left.size() <= capacity + ops.length;
                    item = own.getNoWait()) {
                left.add(String.valueOf(item));
            }
            String outcome = text(results.get(0), results.get(1), left);
            return allowed.contains(outcome) ? "" : outcome;
        }
    }
}
