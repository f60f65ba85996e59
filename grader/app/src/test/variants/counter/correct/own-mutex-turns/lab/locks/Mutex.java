package lab.locks;

public class Mutex {
    private long nextTurn;
    private long serving;

    public synchronized void lock() {
        long mine = nextTurn++;
        boolean interrupted = false;
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

    public synchronized void unlock() {
        serving++;
        notifyAll();
    }
}
