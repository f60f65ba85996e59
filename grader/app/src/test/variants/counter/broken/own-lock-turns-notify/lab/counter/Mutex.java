package lab.counter;

final class Mutex {
    private long nextTurn;
    private long serving;

    synchronized void lock() {
        boolean interrupted = false;
        long mine = nextTurn++;
        while (mine != serving) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void unlock() {
        serving++;
        notify();
    }
}
