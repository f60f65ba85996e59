package lab.tickets;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

/**
 * An office for many JVMs with many threads each. Whoever buys holds two locks: the thread lock keeps out the other
 * threads of this JVM, which a file lock does not; the file lock keeps out the other JVMs, and the operating system
 * gives it back when its holder is killed.
 */
public final class ProcessTicketOffice implements TicketOffice {
    private final Lock threadLock = new ReentrantLock();
    private final TicketFile file;
    private final Pause pause;

    /**
     * Opens the office.
     *
     * @param file where the number of tickets is kept
     * @param pause the slow work in the middle of a purchase
     */
    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return ticketsLeft();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        threadLock.lock();
        // The thread lock is the outer one, so this JVM never has two channels on the lock file at once: closing one
        // would drop the lock taken through the other.
        try {
            ProcessLock processLock = ProcessLock.acquire(file.lockPath());
            try {
                return takeOne();
            } finally {
                processLock.release();
            }
        } finally {
            threadLock.unlock();
        }
    }

    private boolean takeOne() {
        int left = ticketsLeft();
        if (left == 0) {
            return false;
        }
        pause.pause();
        file.write(left - 1);
        return true;
    }

    private int ticketsLeft() {
        int left = file.read();
        if (left < 0) {
            throw new IllegalStateException(file.path() + " holds " + left + " tickets");
        }
        return left;
    }
}
