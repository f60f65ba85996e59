package lab.tickets;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {

    private final TicketStore store;
    private final Pause pause;
    private final Lock lock = new ReentrantLock();

    public ThreadTicketOffice(TicketStore store, Pause pause) {
        this.store = Objects.requireNonNull(store, "store");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return remaining();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        lock.lock();
        try {
            int left = remaining();
            if (left == 0) {
                return false;
            }
            store.write(0);
            pause.pause();
            store.write(left - 1);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int remaining() {
        int left = store.read();
        if (left < 0) {
            throw new IllegalStateException("the store holds " + left + " tickets");
        }
        return left;
    }
}
