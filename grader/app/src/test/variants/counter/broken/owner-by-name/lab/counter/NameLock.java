package lab.counter;

final class NameLock {
    private String owner;
    private int holds;

    synchronized void lock() {
        String me = Thread.currentThread().getName();
        boolean interrupted = false;
        while (holds > 0 && !me.equals(owner)) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        owner = me;
        holds++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void unlock() {
        if (--holds == 0) {
            owner = null;
            notify();
        }
    }
}
