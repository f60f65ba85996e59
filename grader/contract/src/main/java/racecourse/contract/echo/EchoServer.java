package racecourse.contract.echo;

import java.io.IOException;

/**
 * A server that answers each line with the line and a suffix, to many clients at once.
 *
 * <p>Implement it as {@code lab.echo.ThreadedEchoServer} with the public constructor
 * {@code ThreadedEchoServer(int port, String suffix)}. A port outside 0 to 65535 is an {@link IllegalArgumentException}, a
 * {@code null} suffix a {@link NullPointerException}. It listens on 127.0.0.1 and on no other address.
 *
 * <p>A message is a line of UTF-8, ended by {@code \n} and by nothing else: a {@code \r} is part of it. It is answered
 * with the line, the suffix and {@code \n}; answers come in order, for each connection, and are sent as soon as they are
 * due. Bytes after the last {@code \n} are no message. 65,536 bytes without the {@code \n} are a line; one byte more
 * closes that connection without waiting for the end, after the answers that are due before it. Closed means the end of
 * the stream, or a reset. Of malformed UTF-8 nothing is asked for that connection; others are undisturbed.
 *
 * <p>A client that is idle, slow or never reads delays no other. A reset connection ends that conversation only. A client
 * that has closed its sending side still gets its answers, then the server closes its own. 200 clients at once are served.
 * Nothing is printed.
 */
public interface EchoServer extends AutoCloseable {
    /**
     * Begins to accept connections; returns once it does.
     *
     * <p><b>Errors:</b> {@link IllegalStateException} if it was started before, or closed.
     *
     * <p><b>Source:</b> the notes' TCP server with threads; {@link java.net.ServerSocket}.
     *
     * @throws IOException if the port cannot be had
     */
    void start() throws IOException;

    /**
     * Returns the port that it listens on: a free one if the constructor was given 0.
     *
     * <p><b>Not specified:</b> before {@link #start}.
     *
     * @return the port
     */
    int port();

    /**
     * Stops accepting, closes every connection, and ends its threads.
     *
     * <p><b>Blocking:</b> returns within two seconds; its threads have ended then, and nothing is served any more.
     *
     * <p>It may be called again, and before {@link #start}.
     *
     * @throws IOException if closing fails
     */
    @Override
    void close() throws IOException;
}
