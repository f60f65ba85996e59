package racecourse.contract.ipc;

import java.io.Closeable;
import java.io.IOException;

/** Writes messages to a stream. */
public interface MessageSender extends Closeable {
    /**
     * Sends a message: a count of bytes, four bytes, big-endian, and then that many bytes of UTF-8. A message that was sent
     * is flushed.
     *
     * <p><b>Threads:</b> any number of threads may send on one sender; messages do not mix.
     *
     * <p><b>Errors:</b> {@link NullPointerException} for {@code null}; {@link IllegalArgumentException} for a lone
     * surrogate, or for more than 16,777,216 bytes of UTF-8, with nothing sent.
     *
     * <p><b>Not specified:</b> use after {@link #close}.
     *
     * @param message any text, empty or with line ends, too
     * @throws IOException if the stream fails
     */
    void send(String message) throws IOException;

    /** Closes the stream; calling it again does nothing. */
    @Override
    void close() throws IOException;
}
