package racecourse.checks.tickets;

import racecourse.contract.tickets.TicketStore;

/** A store that is as fast as can be: each call atomic and visible, the pair not. Public, for scenarios are loaded anew. */
public final class StressedStore implements TicketStore {
    private volatile int tickets;

    /**
     * Makes a store.
     *
     * @param tickets what it holds
     */
    public StressedStore(int tickets) {
        this.tickets = tickets;
    }

    @Override
    public int read() {
        return tickets;
    }

    @Override
    public void write(int remaining) {
        tickets = remaining;
    }
}
