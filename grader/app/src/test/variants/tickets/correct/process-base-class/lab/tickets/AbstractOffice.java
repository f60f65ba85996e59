package lab.tickets;

import java.util.Objects;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public abstract class AbstractOffice implements TicketOffice {

    private final Object threads = new Object();
    private final TicketStore store;
    private final Pause pause;

    protected AbstractOffice(TicketStore store, Pause pause) {
        if (store == null || pause == null) {
            throw new NullPointerException();
        }
        this.store = store;
        this.pause = pause;
    }

    /** Called by one thread at a time. */
    protected abstract void enter();

    protected abstract void leave();

    @Override
    public int search() {
        int left = store.read();
        if (left < 0) {
            throw new IllegalStateException("negative: " + left);
        }
        return left;
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger);
        synchronized (threads) {
            enter();
            try {
                int left = search();
                if (left == 0) {
                    return false;
                }
                pause.pause();
                store.write(left - 1);
                return true;
            } finally {
                leave();
            }
        }
    }
}
