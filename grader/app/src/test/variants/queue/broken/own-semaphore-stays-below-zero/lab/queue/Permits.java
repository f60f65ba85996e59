package lab.queue;

/** A counting semaphore: a value below zero is the number of those who wait. */
final class Permits {
    private int value;
    private int wakeups;

    Permits(int initial) {
        value = initial;
    }

    synchronized void acquire() throws InterruptedException {
        value--;
        if (value < 0) {
            while (wakeups == 0) {
                wait();
            }
            wakeups--;
        }
    }

    synchronized boolean tryAcquire() {
        if (value <= 0) {
            return false;
        }
        value--;
        return true;
    }

    synchronized void release() {
        value++;
        if (value <= 0) {
            wakeups++;
            notify();
        }
    }
}
