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
    private final ReentrantLock threads = new ReentrantLock();
    private final TicketFile file;
    private final Pause pause;

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return check(file.read());
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        Held held = null;
        try {
            threads.lock();
            try {
                held = openAndLock();
                try {
                    return sell();
                } finally {
                    held.release();
                }
            } finally {
                threads.unlock();
            }
        } finally {
            if (held != null) {
                close(held.channel);
            }
        }
    }

    private static final class Held {
        final FileChannel channel;
        final FileLock lock;

        Held(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        void release() {
            try {
                lock.release();
            } catch (IOException e) {
                // closing the channel will do it
            }
        }
    }

    private boolean sell() {
        int left = check(file.read());
        if (left == 0) {
            return false;
        }
        pause.pause();
        file.write(left - 1);
        return true;
    }

    private static int check(int left) {
        if (left < 0) {
            throw new IllegalStateException("negative number of tickets: " + left);
        }
        return left;
    }

    /** An interrupt closes the channel; then it is opened again. The flag is set again at the end. */
    private Held openAndLock() {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                FileChannel channel =
                        FileChannel.open(file.lockPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                boolean locked = false;
                try {
                    Held held = new Held(channel, channel.lock());
                    locked = true;
                    return held;
                } catch (FileLockInterruptionException e) {
                    Thread.interrupted();
                    interrupted = true;
                } finally {
                    if (!locked) {
                        close(channel);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock is gone with the descriptor
        }
    }
}
