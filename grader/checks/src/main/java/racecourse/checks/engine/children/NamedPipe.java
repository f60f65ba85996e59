package racecourse.checks.engine.children;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/**
 * A named pipe in a folder of its own, with both of its ends open here: opening it waits for nobody, and nobody meets its
 * end before it is closed. Closing it removes it.
 */
public final class NamedPipe implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Path path;
    private final RandomAccessFile file;

    private NamedPipe(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Makes a pipe.
     *
     * @return the pipe, open
     * @throws IOException if its folder cannot be made
     * @throws Powerless if this system has no such pipes
     */
    public static NamedPipe make() throws IOException {
        Path path = Files.createTempDirectory("racecourse-pipe").resolve("pipe");
        Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
        try {
            if (!mkfifo.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) || mkfifo.exitValue() != 0) {
                throw new Powerless(Message.of("engine.starts.no-shell"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new NamedPipe(path, new RandomAccessFile(path.toFile(), "rw"));
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /**
     * Writes into it, and waits for a reader once it is full.
     *
     * @param bytes what is written
     * @throws IOException if it is closed
     */
    public void write(byte[] bytes) throws IOException {
        file.write(bytes);
    }

    /**
     * Waits until somebody has written into it, and takes nothing out.
     *
     * @param limit how long at most
     * @return whether something is in it
     * @throws IOException if it is closed
     */
    public boolean awaitWriter(Duration limit) throws IOException {
        FileInputStream in = new FileInputStream(file.getFD());
        long end = System.nanoTime() + limit.toNanos();
        while (in.available() == 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(path.getParent());
    }
}
