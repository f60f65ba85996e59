package lab.tickets;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** Lab 03, between threads. The contract is in the Javadoc of {@link TicketOffice}. */
public class ThreadTicketOffice implements TicketOffice {
    public ThreadTicketOffice(TicketStore store, Pause pause) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public int search() {
        // TODO tell how many tickets are left, without making anybody wait
        throw new UnsupportedOperationException("search() is still to be written");
    }

    @Override
    public boolean buy(String passenger) {
        // TODO sell a ticket if there is one: look, pause, write, with no other buyer in between
        throw new UnsupportedOperationException("buy() is still to be written");
    }
}
