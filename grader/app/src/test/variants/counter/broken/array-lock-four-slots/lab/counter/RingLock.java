package lab.counter;

/** Threads queue up in a ring of slots; a slot tells whether its turn has come. */
final class RingLock {
    private static final int SLOTS = 4;

    private final boolean[] turn = new boolean[SLOTS];
    private int tail;

    RingLock() {
        turn[0] = true;
    }

    synchronized int enter() {
        int slot = tail;
        tail = (tail + 1) % SLOTS;
        boolean interrupted = false;
        while (!turn[slot]) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return slot;
    }

    synchronized void leave(int slot) {
        turn[slot] = false;
        turn[(slot + 1) % SLOTS] = true;
        notifyAll();
    }
}
