package racecourse.contract.kitchen;

import racecourse.contract.queue.MessageQueue;

/**
 * A message queue that knows how many of its messages are not finished yet.
 *
 * <p>Implement it as {@code lab.kitchen.CountingJoinableQueue<T>} with the public constructor
 * {@code CountingJoinableQueue(int capacity)}. It keeps the whole contract of {@link MessageQueue}, its ban on ready-made
 * queues included. It may use your own classes of lab queue.
 *
 * <p>A message is counted from its {@code put} (or {@code putNoWait}) until a {@link #taskDone}; it is counted before any
 * consumer can finish it. A {@code put} that still waits does not count.
 *
 * @param <T> what a message is
 */
public interface JoinableQueue<T> extends MessageQueue<T> {
    /**
     * Says that one message is finished.
     *
     * <p><b>Threads:</b> any thread may call it; it needs a message that was put, not one that was got.
     *
     * <p><b>Memory:</b> happens-before the return of every {@link #join} that it lets go.
     *
     * <p><b>Errors:</b> {@link IllegalStateException} if it is called more often than messages were put, with nothing
     * changed.
     *
     * <p><b>Source:</b> the notes' joinable queue.
     */
    void taskDone();

    /**
     * Waits until every message that was put is finished.
     *
     * <p><b>Blocking:</b> returns at once if there is none. A join that sees none unfinished may return although new
     * messages come.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws, and the queue is as if it had not been called.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    void join() throws InterruptedException;
}
