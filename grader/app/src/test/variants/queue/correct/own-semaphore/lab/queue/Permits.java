package lab.queue;

/** A counting semaphore. */
final class Permits {
    private int value;

    Permits(int initial) {
        value = initial;
    }

    synchronized void acquire() throws InterruptedException {
        while (value == 0) {
            wait();
        }
        value--;
    }

    synchronized boolean tryAcquire() {
        if (value == 0) {
            return false;
        }
        value--;
        return true;
    }

    synchronized void release() {
        value++;
        notify();
    }
}
