package racecourse.contract.tickets;

/**
 * Sells the tickets of one store, never more than there are.
 *
 * <p>Implement it twice: {@code lab.tickets.ThreadTicketOffice(TicketStore store, Pause pause)} for many threads and one
 * office, and {@code lab.tickets.ProcessTicketOffice(TicketFile file, Pause pause)} for many JVMs, many threads in each,
 * one office a JVM. {@code null} arguments of a constructor are {@link NullPointerException}. Each call reads the store
 * afresh, for others may write it between purchases. No call on one office waits for a call on another. Nothing is
 * printed.
 *
 * <p>In the second, a purchase holds an exclusive {@link java.nio.channels.FileLock} on {@link TicketFile#lockPath} that
 * covers its first byte. That file is created when it is missing, is never deleted or replaced, and means nothing by
 * being there. Closing <em>any</em> channel on it in a JVM drops the lock that the JVM holds. {@code data.txt} is written
 * by {@link TicketFile#write} only. A process killed before the write has replaced the file sells nothing and blocks
 * nobody.
 */
public interface TicketOffice {
    /**
     * Returns the number of tickets left.
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * <p><b>Blocking:</b> takes no lock, never waits for a purchase in progress, and never calls the pause.
     *
     * <p><b>Errors:</b> {@link IllegalStateException} when the store holds a negative number;
     * {@link java.io.UncheckedIOException} for a real I/O failure. Whatever a store throws reaches the caller.
     *
     * <p><b>Source:</b> the notes' {@code search}: looking needs no lock.
     *
     * @return tickets left at some moment during the call
     */
    int search();

    /**
     * Buys one ticket.
     *
     * <p><b>Threads:</b> any number of threads may call it at once. The office never sells more tickets than there were
     * and never refuses while tickets are left.
     *
     * <p><b>The pause</b> is called on the calling thread inside the mutual exclusion, after the read and before the
     * write: exactly once in a purchase that sells, at most once in one that refuses. A refusal does not call
     * {@code write} even once.
     *
     * <p><b>Blocking:</b> waits while another purchase is in progress and costs no CPU while it waits.
     *
     * <p><b>Interruption:</b> waits uninterruptibly and returns with the interrupt flag still set, or else throws an
     * unchecked exception with the flag set and nothing changed. It never answers {@code false} because of an interrupt.
     *
     * <p><b>Errors:</b> {@link NullPointerException} when {@code passenger} is {@code null};
     * {@link IllegalStateException} when the store holds a negative number, and the store is left untouched;
     * {@link java.io.UncheckedIOException} for a real I/O failure. Whatever the pause or the store throws, any
     * {@link Throwable}, reaches the caller as the very object thrown; nothing has changed and the mutex is free. There
     * are no other exceptions.
     *
     * <p><b>Not specified:</b> what the passenger's name is used for; two passengers may have the same.
     *
     * <p><b>Source:</b> the notes' {@code buy} under a process lock; JCIP 2.2 (check-then-act).
     *
     * @param passenger whose ticket it is
     * @return true: one ticket fewer, and it is the passenger's; false: sold out
     */
    boolean buy(String passenger);
}
