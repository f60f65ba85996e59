package lab.tickets;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {

    private final TicketStore store;
    private final Pause pause;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "clerk");
        thread.setDaemon(true);
        return thread;
    });

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
        try {
            return CompletableFuture.supplyAsync(this::sell, clerk).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw e;
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
