package lab.counter;

import java.util.concurrent.Semaphore;

class Mutex {
    private final Semaphore semaphore = new Semaphore(1);

    synchronized void lock() {
        semaphore.acquireUninterruptibly();
    }

    synchronized void unlock() {
        semaphore.release();
    }
}
