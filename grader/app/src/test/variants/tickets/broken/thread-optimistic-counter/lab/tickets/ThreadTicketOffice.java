package lab.tickets;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {

    private final TicketStore store;
    private final Pause pause;
    private final AtomicInteger version = new AtomicInteger();

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
        while (true) {
            int seen = version.get();
            int left = remaining();
            if (left == 0) {
                return false;
            }
            pause.pause();
            if (version.compareAndSet(seen, seen + 1)) {
                store.write(left - 1);
                return true;
            }
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
