package lab.tickets;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

/** Lab 03, between processes. The contract is in the Javadoc of {@link TicketOffice}. */
public class ProcessTicketOffice implements TicketOffice {
    public ProcessTicketOffice(TicketFile file, Pause pause) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public int search() {
        // TODO tell how many tickets are left, without making anybody wait
        throw new UnsupportedOperationException("search() is still to be written");
    }

    @Override
    public boolean buy(String passenger) {
        // TODO sell a ticket if there is one, with no other buyer in between, in this JVM or in another
        throw new UnsupportedOperationException("buy() is still to be written");
    }
}
