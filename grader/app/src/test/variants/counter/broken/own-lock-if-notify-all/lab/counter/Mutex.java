package lab.counter;

class Mutex {
    private boolean locked;

    synchronized void lock() {
        if (locked) {
            boolean interrupted = false;
            boolean woken = false;
            while (!woken) {
                try {
                    wait();
                    woken = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        locked = true;
    }

    synchronized void unlock() {
        locked = false;
        notifyAll();
    }
}
