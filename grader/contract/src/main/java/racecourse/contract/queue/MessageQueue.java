package racecourse.contract.queue;

/**
 * A queue of messages, first in, first out, that holds no more than its capacity.
 *
 * <p>Implement it as {@code lab.queue.BoundedMessageQueue<T>} with the public constructor
 * {@code BoundedMessageQueue(int capacity)}. A capacity below one is an {@link IllegalArgumentException}. It is built from
 * locks and conditions, a monitor, or semaphores over plain collections, arrays or nodes; not from a
 * {@link java.util.concurrent.BlockingQueue}, a {@link java.util.concurrent.TransferQueue} or any other concurrent
 * collection.
 *
 * <p><b>Threads:</b> any number of threads may call any of its methods at once; {@link #put} and {@link #get} are
 * linearizable. No wake-up is lost with any mix of producers and consumers.
 *
 * <p><b>Memory:</b> what a thread did before a message was put happens-before what another does after it has got that
 * message. A message that was taken is not reachable from the queue any more.
 *
 * <p>Waiting costs no CPU: waking at intervals to look is not allowed. No call on one queue waits for a call on another.
 * Nothing is printed.
 *
 * @param <T> what a message is
 */
public interface MessageQueue<T> {
    /**
     * Adds a message at the end.
     *
     * <p><b>Blocking:</b> waits while the queue is full.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws, and the queue is as if it had not been called. With
     * the flag set on entry and no need to wait it may complete or throw.
     *
     * <p><b>Errors:</b> {@link NullPointerException} for {@code null}, before anything else.
     *
     * <p><b>Source:</b> the notes' message queue; JCIP 5.3 (producers and consumers), 14.1 (state dependence).
     *
     * @param item the message
     * @throws InterruptedException if the calling thread is interrupted
     */
    void put(T item) throws InterruptedException;

    /**
     * Takes the message that has been in the queue for longest.
     *
     * <p><b>Blocking:</b> waits while the queue is empty.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws, and the queue is as if it had not been called. With
     * the flag set on entry and no need to wait it may complete or throw.
     *
     * <p><b>Source:</b> JCIP 14.2 (condition queues).
     *
     * @return the message, never {@code null}
     * @throws InterruptedException if the calling thread is interrupted
     */
    T get() throws InterruptedException;

    /**
     * Adds a message at the end, or refuses at once.
     *
     * <p><b>Blocking:</b> waits for the lock only, never for a change of state.
     *
     * <p><b>Errors:</b> {@link NullPointerException} for {@code null}, before anything else;
     * {@link QueueFullException}, with nothing changed. With no other call in progress it refuses exactly when the queue
     * is full; beside other calls it may also refuse.
     *
     * @param item the message
     */
    void putNoWait(T item);

    /**
     * Takes the message that has been in the queue for longest, or refuses at once.
     *
     * <p><b>Blocking:</b> waits for the lock only, never for a change of state.
     *
     * <p><b>Errors:</b> {@link QueueEmptyException}, with nothing changed. With no other call in progress it refuses
     * exactly when the queue is empty; beside other calls it may also refuse.
     *
     * @return the message, never {@code null}
     */
    T getNoWait();

    /**
     * Returns whether the queue holds as many messages as it can; advice only while others use it.
     *
     * @return whether it is full at some moment during the call
     */
    boolean isFull();

    /**
     * Returns whether the queue holds no message; advice only while others use it.
     *
     * @return whether it is empty at some moment during the call
     */
    boolean isEmpty();

    /**
     * Returns how many messages the queue holds; advice only while others use it.
     *
     * <p><b>Memory:</b> a completed change is seen by every later call of any thread.
     *
     * @return 0 to the capacity
     */
    int size();

    /**
     * Returns how many messages the queue can hold.
     *
     * @return what the constructor was given
     */
    int capacity();
}
