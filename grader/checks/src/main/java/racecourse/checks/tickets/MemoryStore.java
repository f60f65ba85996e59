package racecourse.checks.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import racecourse.contract.tickets.TicketStore;

/** A store in memory that remembers what was asked of it, and tells an observer before it obeys. */
final class MemoryStore implements TicketStore {
    // a lock of its own: its monitor is what a check holds to see whether an office takes it
    private final Object lock = new Object();
    private final List<Integer> written = new ArrayList<>();
    private final Consumer<String> observer;
    private int tickets;
    private int reads;

    MemoryStore(int tickets) {
        this(tickets, access -> {});
    }

    MemoryStore(int tickets, Consumer<String> observer) {
        this.tickets = tickets;
        this.observer = observer;
    }

    @Override
    public int read() {
        observer.accept("read");
        synchronized (lock) {
            reads++;
            return tickets;
        }
    }

    @Override
    public void write(int remaining) {
        observer.accept("write");
        synchronized (lock) {
            written.add(remaining);
            tickets = remaining;
        }
    }

    /** Changes the number as somebody else would, between purchases. */
    void refill(int number) {
        synchronized (lock) {
            tickets = number;
        }
    }

    int tickets() {
        synchronized (lock) {
            return tickets;
        }
    }

    int reads() {
        synchronized (lock) {
            return reads;
        }
    }

    List<Integer> written() {
        synchronized (lock) {
            return List.copyOf(written);
        }
    }
}
