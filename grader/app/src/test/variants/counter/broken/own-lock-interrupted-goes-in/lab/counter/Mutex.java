package lab.counter;

final class Mutex {
    private boolean locked;

    synchronized void lock() {
        try {
            while (locked) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        locked = true;
    }

    synchronized void unlock() {
        locked = false;
        notify();
    }
}
