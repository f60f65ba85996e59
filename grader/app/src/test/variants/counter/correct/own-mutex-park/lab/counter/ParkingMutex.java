package lab.counter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

final class ParkingMutex {
    private static final class Waiter {
        final Thread thread = Thread.currentThread();
        boolean granted;
    }

    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private boolean held;

    void lock() {
        Waiter me;
        synchronized (this) {
            if (!held) {
                held = true;
                return;
            }
            me = new Waiter();
            waiters.addLast(me);
        }
        boolean interrupted = false;
        while (!granted(me)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;   // else park would not sleep any more
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean granted(Waiter w) {
        return w.granted;
    }

    void unlock() {
        Waiter next;
        synchronized (this) {
            next = waiters.pollFirst();
            if (next == null) {
                held = false;
                return;
            }
            next.granted = true;
        }
        LockSupport.unpark(next.thread);
    }
}
