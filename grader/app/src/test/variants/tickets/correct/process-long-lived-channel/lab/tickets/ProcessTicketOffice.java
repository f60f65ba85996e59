package lab.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

public class ProcessTicketOffice implements TicketOffice {

    private final TicketFile file;
    private final Pause pause;
    private final ReentrantLock threads = new ReentrantLock();
    private FileChannel channel;   // guarded by threads

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return remaining();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        threads.lock();
        try {
            FileLock held = acquire();
            try {
                return sell();
            } finally {
                release(held);
            }
        } finally {
            threads.unlock();
        }
    }

    private boolean sell() {
        int left = remaining();
        if (left == 0) {
            return false;
        }
        pause.pause();
        file.write(left - 1);
        return true;
    }

    private int remaining() {
        int left = file.read();
        if (left < 0) {
            throw new IllegalStateException("the file holds " + left + " tickets");
        }
        return left;
    }

    /** Takes the file lock; an interrupt closes the channel, so it is opened again. */
    private FileLock acquire() {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    if (channel == null || !channel.isOpen()) {
                        channel = FileChannel.open(file.lockPath(),
                                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    }
                    return channel.lock();
                } catch (FileLockInterruptionException | ClosedByInterruptException e) {
                    Thread.interrupted();
                    interrupted = true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void release(FileLock held) {
        try {
            held.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
