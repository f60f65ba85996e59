package racecourse.contract.counter;

/**
 * A number that many threads count down, one at a time.
 *
 * <p>Implement it as {@code lab.counter.MutexCounter} with the public constructor
 * {@code MutexCounter(int initial, Pause pause)}. Any {@code int} is a legal start; a {@code null} pause is a
 * {@link NullPointerException}. The number is guarded by a mutex: a {@link java.util.concurrent.locks.Lock}, a
 * {@link java.util.concurrent.locks.StampedLock}, a monitor, a binary semaphore, or one's own that blocks. It is not
 * guarded by anything of {@code java.util.concurrent.atomic}, by a {@code VarHandle}, or by spinning.
 *
 * <p>No call on one counter waits for a call on another. Nothing is printed.
 */
public interface Counter {
    /**
     * Takes one off: reads the number, pauses, writes back one less.
     *
     * <p><b>Threads:</b> any number of threads may call it at once; n calls take exactly n off. The pause is called
     * exactly once, on the calling thread, inside the mutual exclusion, after the read and before the write.
     *
     * <p><b>Memory:</b> a completed call happens-before every later {@link #value} of any thread, without a join.
     *
     * <p><b>Blocking:</b> waits while another decrement is in progress, and costs no CPU while it waits. Repeating a
     * timed acquisition is allowed; spinning, and waking at intervals to look, are not.
     *
     * <p><b>Interruption:</b> waits uninterruptibly: it does its work and returns with the interrupt flag still set.
     *
     * <p><b>Errors:</b> whatever the pause throws, any {@link Throwable}, reaches the caller as the very object thrown;
     * the number has not changed and the mutex is free.
     *
     * <p><b>Not specified:</b> what happens below {@link Integer#MIN_VALUE}. Below zero is fine.
     *
     * <p><b>Source:</b> the notes' thread mutex; JCIP 2.2 (atomicity), 2.3 (locking).
     */
    void decrement();

    /**
     * Returns the number.
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * <p><b>Memory:</b> sees every decrement that has completed, of any thread, and never a number that the counter did
     * not hold.
     *
     * <p><b>Blocking:</b> may wait for a decrement in progress; if it answers during one, it answers the old number. It
     * never calls the pause.
     *
     * <p><b>Source:</b> JCIP 3.1 (visibility).
     *
     * @return the number at some moment during the call
     */
    int value();
}
