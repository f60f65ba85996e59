package lab.counter;

final class Mutex {
    private boolean locked;

    synchronized void lock() {
        boolean interrupted = false;
        while (locked) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        locked = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void unlock() {
        locked = false;
    }
}
