package racecourse.contract.tickets;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code data.txt} of the notes, holding <code>{"ticket_num": 3}</code>.
 *
 * <p>One read or one write is atomic between threads and between processes; a read followed by a write is not: that is
 * the office's work. Nothing here ever opens {@link #lockPath}.
 */
public final class TicketFile implements TicketStore {
    private static final Pattern CONTENT = Pattern.compile("\\s*\\{\\s*\"ticket_num\"\\s*:\\s*(-?\\d{1,10})\\s*}\\s*");

    /** How often a replacement is tried where an operating system refuses to replace a file that is being read. */
    private static final int ATTEMPTS = 1000;

    private final Path dataFile;
    private final Consumer<String> observer;

    /**
     * Names the file; it is not read yet.
     *
     * @param dataFile the file that holds the number of tickets
     * @throws NullPointerException if {@code dataFile} is {@code null}
     */
    public TicketFile(Path dataFile) {
        this(dataFile, access -> {});
    }

    /** With an observer that is told "read" and "write" on the calling thread before each: a hook of the checks. */
    TicketFile(Path dataFile, Consumer<String> observer) {
        this.dataFile = Objects.requireNonNull(dataFile, "dataFile").toAbsolutePath();
        this.observer = observer;
    }

    /**
     * Writes a new file, or replaces one, and names it.
     *
     * @param dataFile the file that shall hold the number of tickets
     * @param tickets the number of tickets
     * @return the file
     * @throws NullPointerException if {@code dataFile} is {@code null}
     * @throws UncheckedIOException if it cannot be written
     */
    public static TicketFile create(Path dataFile, int tickets) {
        TicketFile file = new TicketFile(dataFile);
        file.write(tickets);
        return file;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An interrupt does not disturb it, and the flag stays as it was.
     *
     * @throws UncheckedIOException if the file cannot be read or does not hold a number of tickets
     */
    @Override
    public int read() {
        observer.accept("read");
        try {
            String content = readWhole();
            Matcher matcher = CONTENT.matcher(content);
            if (!matcher.matches()) {
                throw new IOException(dataFile + " does not hold {\"ticket_num\": N} but " + content);
            }
            return Integer.parseInt(matcher.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw new UncheckedIOException(new IOException(dataFile + " holds a number that is no int", e));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The file is replaced atomically by a new one: whoever reads sees the old number or the new one. An interrupt
     * does not disturb it, and the flag stays as it was.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    @Override
    public void write(int remaining) {
        observer.accept("write");
        try {
            Path fresh = Files.createTempFile(dataFile.getParent(), dataFile.getFileName() + ".", ".new");
            try {
                writeWhole(fresh, "{\"ticket_num\": " + remaining + "}\n");
                replaceWith(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns where the number is kept.
     *
     * @return the path of {@code data.txt}, absolute
     */
    public Path path() {
        return dataFile;
    }

    /**
     * Returns the file that offices agree to lock: {@code data.txt.lock} beside {@code data.txt}.
     *
     * @return its path, absolute; the file need not exist
     */
    public Path lockPath() {
        return dataFile.resolveSibling(dataFile.getFileName() + ".lock");
    }

    private String readWhole() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce();
            } catch (AccessDeniedException e) {
                // Windows, while another process replaces the file
                retryOrThrow(e, attempt);
            }
        }
    }

    // Streams of java.io, not channels: an interrupt closes a channel in the middle of its work.
    private String readOnce() throws IOException {
        try (FileInputStream in = new FileInputStream(dataFile.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            if (Files.exists(dataFile)) {
                throw (IOException) new AccessDeniedException(dataFile.toString()).initCause(e);
            }
            throw e;
        }
    }

    private static void writeWhole(Path file, String content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void replaceWith(Path fresh) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(fresh, dataFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                throw e;
            } catch (AccessDeniedException e) {
                // Windows, while another process reads the file
                retryOrThrow(e, attempt);
            }
        }
    }

    private static void retryOrThrow(AccessDeniedException e, int attempt) throws AccessDeniedException {
        if (attempt == ATTEMPTS || File.separatorChar == '/') {
            throw e;
        }
        LockSupport.parkNanos(1_000_000);
    }
}
