package lab.tickets;

import java.util.Objects;

import lab.locks.Mutex;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {

    private final TicketStore store;
    private final Pause pause;
    private final Mutex mutex = new Mutex();

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
        mutex.acquire();
        try {
            return sell();
        } finally {
            mutex.release();
        }
    }

    private boolean sell() {
        int left = remaining();
        if (left == 0) {
            return false;
        }
        pause.pause();
        store.write(left - 1);
        return true;
    }

    private int remaining() {
        int left = store.read();
        if (left < 0) {
            throw new IllegalStateException("the store holds " + left + " tickets");
        }
        return left;
    }
}
