package racecourse.contract.ipc;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads messages from a stream, of which it is the only reader; it may read ahead. */
public interface MessageReceiver extends Closeable {
    /**
     * Reads the next message, however its bytes are split on the way.
     *
     * <p><b>Threads:</b> one thread at a time.
     *
     * <p><b>Blocking:</b> until a message is complete or the stream ends.
     *
     * <p><b>Errors:</b> {@link java.io.EOFException} if the stream ends inside a message, its count included;
     * {@link java.io.StreamCorruptedException} for a count that no sender writes (negative, or over 16,777,216), before
     * memory is taken for it.
     *
     * <p><b>Not specified:</b> malformed UTF-8; use after {@link #close}.
     *
     * @return the message; empty when the stream has ended where a message would begin
     * @throws IOException if the stream fails
     */
    Optional<String> receive() throws IOException;

    /** Closes the stream; calling it again does nothing. */
    @Override
    void close() throws IOException;
}
