package lab.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final ReentrantLock local = new ReentrantLock();
    private final TicketFile file;
    private final Pause pause;

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file);
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public int search() {
        int n = file.read();
        if (n < 0) throw new IllegalStateException();
        return n;
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger);
        local.lock();
        try {
            FileLock lock = lock();
            try {
                int n = search();
                if (n == 0) return false;
                pause.pause();
                file.write(n - 1);
                return true;
            } finally {
                release(lock);
            }
        } finally {
            local.unlock();
        }
    }

    private FileLock lock() {
        boolean flag = Thread.interrupted();
        try {
            while (true) {
                try {
                    return FileChannel.open(file.lockPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                            .lock();
                } catch (FileLockInterruptionException e) {
                    flag |= Thread.interrupted();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (flag) Thread.currentThread().interrupt();
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
