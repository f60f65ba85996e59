package lab.tickets;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;

abstract class LockedOffice implements TicketOffice {

    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;

    LockedOffice(Pause pause) {
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    abstract int load();

    abstract void save(int left);

    @Override
    public final int search() {
        int left = load();
        if (left < 0) {
            throw new IllegalStateException("negative number of tickets: " + left);
        }
        return left;
    }

    @Override
    public final boolean buy(String passenger) {
        if (passenger == null) {
            throw new NullPointerException("passenger");
        }
        lock.lock();
        try {
            int left = search();
            if (left == 0) {
                return false;
            }
            pause.pause();
            save(left - 1);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
