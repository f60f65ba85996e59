package lab.tickets;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** An office for many threads: whoever buys holds the lock from the look at the store until the ticket is taken. */
public final class ThreadTicketOffice implements TicketOffice {
    private final Lock lock = new ReentrantLock();
    private final TicketStore store;
    private final Pause pause;

    /**
     * Opens the office.
     *
     * @param store where the number of tickets is kept
     * @param pause the slow work in the middle of a purchase
     */
    public ThreadTicketOffice(TicketStore store, Pause pause) {
        this.store = Objects.requireNonNull(store, "store");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        // No lock: the store answers atomically, and who only looks has no reason to wait for who buys.
        return ticketsLeft();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        lock.lock();
        try {
            int left = ticketsLeft();
            if (left == 0) {
                return false;
            }
            pause.pause();
            store.write(left - 1);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int ticketsLeft() {
        int left = store.read();
        if (left < 0) {
            throw new IllegalStateException("the store holds " + left + " tickets");
        }
        return left;
    }
}
