package lab.locks;

/** A mutex that waits uninterruptibly. */
public final class Mutex {

    private boolean held;

    public synchronized void acquire() {
        boolean interrupted = false;
        while (held) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        held = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void release() {
        held = false;
        notify();
    }
}
