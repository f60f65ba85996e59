package lab.counter.handover;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;

/** A mutex that goes from thread to thread in the order in which they came. */
public final class HandOverMutex {
    private final Queue<Semaphore> waiting = new ArrayDeque<>();
    private boolean taken;

    /** Waits until the mutex is free. */
    public void enter() {
        Semaphore turn;
        synchronized (this) {
            if (!taken) {
                taken = true;
                return;
            }
            turn = new Semaphore(0);
            waiting.add(turn);
        }
        turn.acquireUninterruptibly();
    }

    /** Gives the mutex to the next thread; when none waits, it is free. */
    public synchronized void leave() {
        Semaphore next = waiting.poll();
        if (next == null) {
            taken = false;
        } else {
            next.release();
        }
    }
}
