package lab.counter;

/** A lock that notifies only when somebody waits. */
final class CountingLock {
    private boolean taken;
    private int waiting;

    synchronized void lock() {
        boolean interrupted = false;
        if (taken) {
            waiting++;
            while (taken) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                    waiting--;
                }
            }
            waiting--;
        }
        taken = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void unlock() {
        taken = false;
        if (waiting > 0) {
            notify();
        }
    }
}
