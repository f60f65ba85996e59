package lab.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Excludes the threads of this JVM by a lock and other JVMs by a lock on a file. */
final class FileMutex {

    private final ReentrantLock threads = new ReentrantLock();
    private final Path path;

    FileMutex(Path path) {
        this.path = path;
    }

    Held acquire() {
        threads.lock();
        boolean acquired = false;
        try {
            Held held = new Held(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            try {
                held.channel.lock();
                acquired = true;
                return held;
            } finally {
                if (!acquired) {
                    held.channel.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!acquired) {
                threads.unlock();
            }
        }
    }

    final class Held implements AutoCloseable {

        private final FileChannel channel;

        Held(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                threads.unlock();
            }
        }
    }
}
