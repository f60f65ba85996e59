package lab.tickets;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Lets threads in one at a time, in the order in which they came. */
final class FifoMutex {

    private final AtomicBoolean locked = new AtomicBoolean();
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

    void lock() {
        boolean interrupted = false;
        Thread me = Thread.currentThread();
        waiting.add(me);
        while (waiting.peek() != me || !locked.compareAndSet(false, true)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;   // park would return at once otherwise
            }
        }
        waiting.remove();
        if (interrupted) {
            me.interrupt();
        }
    }

    void unlock() {
        locked.set(false);
        LockSupport.unpark(waiting.peek());
    }
}
