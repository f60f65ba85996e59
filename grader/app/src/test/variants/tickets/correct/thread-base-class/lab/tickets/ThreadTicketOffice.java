package lab.tickets;

import java.util.Objects;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketStore;

public final class ThreadTicketOffice extends LockedOffice {

    private final TicketStore store;

    public ThreadTicketOffice(TicketStore store, Pause pause) {
        super(pause);
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    int load() {
        return store.read();
    }

    @Override
    void save(int left) {
        store.write(left);
    }
}
