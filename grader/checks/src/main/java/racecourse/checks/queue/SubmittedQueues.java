package racecourse.checks.queue;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A submission's queues. */
final class SubmittedQueues implements Channel.Maker {
    private final MethodHandle constructor;

    SubmittedQueues(Subject subject, String className) {
        this.constructor = subject.constructor(className, MessageQueue.class, int.class);
    }

    @SuppressWarnings("unchecked") // messages of any type go through a queue
    MessageQueue<@Nullable Object> queue(int capacity) throws Throwable {
        return (MessageQueue<@Nullable Object>) (MessageQueue<?>) constructor.invokeExact(capacity);
    }

    @Override
    public Channel make(int capacity) throws Throwable {
        return new Submitted(queue(capacity));
    }

    private record Submitted(MessageQueue<@Nullable Object> queue) implements Channel {
        @Override
        public void put(@Nullable Object item) throws InterruptedException {
            queue.put(item);
        }

        @Override
        public @Nullable Object get() throws InterruptedException {
            return queue.get();
        }

        @Override
        public boolean putNoWait(@Nullable Object item) {
            try {
                queue.putNoWait(item);
                return true;
            } catch (QueueFullException e) {
                return false;
            }
        }

        @Override
        public @Nullable Object getNoWait() {
            try {
                return queue.getNoWait();
            } catch (QueueEmptyException e) {
                return REFUSED;
            }
        }

        @Override
        public boolean isFull() {
            return queue.isFull();
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }

        @Override
        public int size() {
            return queue.size();
        }

        @Override
        public int capacity() {
            return queue.capacity();
        }
    }
}
