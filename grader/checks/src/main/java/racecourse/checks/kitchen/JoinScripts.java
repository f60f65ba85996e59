package racecourse.checks.kitchen;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.explore.Script;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;

/** What two threads do to the count of a queue, under every interleaving that the explorer tries. No call waits. */
final class JoinScripts {
    private JoinScripts() {}

    /** One puts, the other takes it and says at once that it is done. */
    static List<Script> counted(Subject subject) {
        return List.of(
                new OnQueue(subject, 0, 1, OnQueue.PUT, OnQueue.TAKE_AND_FINISH),
                new OnQueue(subject, 0, 2, OnQueue.PUT, OnQueue.PUT),
                new OnQueue(subject, 1, 2, OnQueue.PUT, OnQueue.FINISH));
    }

    /** Two say that an item is done. */
    static List<Script> finished(Subject subject) {
        return List.of(
                new OnQueue(subject, 1, 1, OnQueue.FINISH, OnQueue.FINISH),
                new OnQueue(subject, 3, 3, OnQueue.FINISH, OnQueue.FINISH));
    }

    /** Two threads at a queue that holds some: as many can be finished, by them and in the end, as were put in all. */
    private static final class OnQueue implements Script {
        static final Use PUT = queue -> {
            queue.putNoWait("item");
            return 0;
        };
        static final Use FINISH = queue -> finish(queue);
        static final Use TAKE_AND_FINISH = queue -> {
            try {
                queue.getNoWait();
            } catch (QueueEmptyException e) {
                return 0;
            }
            if (finish(queue) == 0) {
                throw new TooMany();
            }
            return 1;
        };

        private final Kitchens kitchens;
        private final int before;
        private final int all;
        private final Use first;
        private final Use second;
        private @Nullable JoinableQueue<Object> queue;

        OnQueue(Subject subject, int before, int all, Use first, Use second) {
            this.kitchens = new Kitchens(subject);
            this.before = before;
            this.all = all;
            this.first = first;
            this.second = second;
        }

        /** What a thread does; returns how many it has finished. */
        private interface Use {
            int on(JoinableQueue<Object> queue);
        }

        /** What was taken could not be finished. */
        private static final class TooMany extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        private static int finish(JoinableQueue<Object> queue) {
            try {
                queue.taskDone();
                return 1;
            } catch (IllegalStateException e) {
                return 0;
            }
        }

        @Override
        public List<Call> begin() throws Throwable {
            JoinableQueue<Object> fresh = kitchens.newQueue(5);
            for (int i = 0; i < before; i++) {
                fresh.putNoWait("item");
            }
            queue = fresh;
            return List.of(() -> attempt(first, fresh), () -> attempt(second, fresh));
        }

        private static Object attempt(Use use, JoinableQueue<Object> queue) {
            try {
                return use.on(queue);
            } catch (TooMany e) {
                return "an item was got, and its taskDone() was refused";
            }
        }

        @Override
        public String verdict(List<Object> results) {
            int finished = 0;
            for (Object result : results) {
                if (!(result instanceof Integer own)) {
                    return String.valueOf(result);
                }
                finished += own;
            }
            while (finished <= all && finish(Objects.requireNonNull(queue)) == 1) {
                finished++;
            }
            return finished == all ? "" : finished + " × taskDone() accepted for " + all + " × putNoWait(…)";
        }
    }
}
