package lab.tickets;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

public class ThreadTicketOffice implements TicketOffice {
    private final ReentrantLock[] stripes =
            IntStream.range(0, 2).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    private final TicketStore store;
    private final Pause pause;

    public ThreadTicketOffice(TicketStore store, Pause pause) {
        this.store = Objects.requireNonNull(store);
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public int search() {
        int n = store.read();
        if (n < 0) throw new IllegalStateException();
        return n;
    }

    @Override
    public boolean buy(String passenger) {
        ReentrantLock lock = stripes[passenger.length() % stripes.length];
        lock.lock();
        try {
            int n = search();
            if (n == 0) return false;
            pause.pause();
            store.write(n - 1);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
