package lab.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An exclusive lock on a file, held against every other process until it is released. Not for several threads at once.
 *
 * <p>Its own failures are unchecked, so that whoever uses it need not catch {@link IOException}, and does not wrap one
 * that came from somewhere else.
 */
final class ProcessLock {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock, whatever interrupts come meanwhile, and leaves the interrupt flag as they set it.
     *
     * @param lockFile the file to lock; created when missing
     * @return the lock, held
     * @throws UncheckedIOException if the file cannot be opened or locked
     */
    static ProcessLock acquire(Path lockFile) {
        boolean interrupted = false;
        try {
            while (true) {
                // FileChannel.lock refuses to wait with the flag set, so it is put aside here and given back below.
                interrupted |= Thread.interrupted();
                FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (locked(channel)) {
                    return new ProcessLock(channel);
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

    /** Returns false when an interrupt has ended the wait; it has closed the channel too. */
    private static boolean locked(FileChannel channel) throws IOException {
        boolean locked = false;
        try {
            channel.lock();
            locked = true;
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
            // interrupted while waiting, and buy waits uninterruptibly: the flag is set, the caller tries again
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked;
    }

    /** Gives the lock back: closing its channel does. */
    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
