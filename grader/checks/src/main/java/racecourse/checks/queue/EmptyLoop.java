package racecourse.checks.queue;

import racecourse.checks.engine.Subject;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.contract.queue.MessageQueue;

/** Asks a queue whether it is empty until an item has been put. */
public final class EmptyLoop implements SpinningReader.Loop {
    private final MessageQueue<Object> queue;

    /**
     * Makes a queue for one item.
     *
     * @param subject the submission
     * @throws Throwable what its constructor throws
     */
    @SuppressWarnings("unchecked")
    public EmptyLoop(Subject subject) throws Throwable {
        queue = (MessageQueue<Object>)
                (MessageQueue<?>) subject.constructor(UnderTest.className(), MessageQueue.class, int.class)
                        .invokeExact(1);
    }

    @Override
    @SuppressWarnings("StatementWithEmptyBody")
    public void run() {
        MessageQueue<Object> asked = queue;
        while (asked.isEmpty()) {
            // nothing that could keep the JIT from its work
        }
    }

    @Override
    public void change() {
        try {
            // which waits for the lock at most; putNoWait may refuse beside a call that asks
            queue.put("item");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
