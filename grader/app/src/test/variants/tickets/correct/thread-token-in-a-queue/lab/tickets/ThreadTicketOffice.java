package lab.tickets;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {

    private final TicketStore store;
    private final Pause pause;
    private final BlockingQueue<Boolean> token = new ArrayBlockingQueue<>(1);

    public ThreadTicketOffice(TicketStore store, Pause pause) {
        this.store = Objects.requireNonNull(store, "store");
        this.pause = Objects.requireNonNull(pause, "pause");
        token.add(Boolean.TRUE);
    }

    @Override
    public int search() {
        return remaining();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        boolean interrupted = takeToken();
        try {
            return sell();
        } finally {
            token.add(Boolean.TRUE);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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

    /** Returns whether there was an interrupt meanwhile. */
    private boolean takeToken() {
        boolean interrupted = false;
        while (true) {
            try {
                token.take();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
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
