package racecourse.checks.engine.children;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The kit's end of a connection to a process: lines in both directions, and the end of the process. One thread's. */
final class Line {
    private final Socket socket;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean ended;

    Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** Sends a line; a process that has ended does not hear it. */
    void tell(String line) {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // its end is seen when it is read from
        }
    }

    /** Waits for a line; returns {@code null} if there is none in time, or no more. */
    @Nullable
    String read(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            InputStream in = socket.getInputStream();
            while (!ended) {
                socket.setSoTimeout(millisUntil(end));
                int b = in.read();
                if (b == '\n') {
                    String line = begun.toString(StandardCharsets.UTF_8);
                    begun.reset();
                    return line;
                }
                ended = b < 0;
                begun.write(b);
            }
        } catch (SocketTimeoutException e) {
            return null;
        } catch (IOException e) {
            ended = true;
        }
        return null;
    }

    /** Waits until the process has closed its end, as it does when it ends; what it says until then is dropped. */
    boolean awaitEnd(Duration limit) {
        return Patience.wait(limit, slice -> {
            long end = System.nanoTime() + slice.toNanos();
            while (!ended && System.nanoTime() < end) {
                read(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            return ended;
        });
    }

    private static int millisUntil(long end) {
        return (int) Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // closed all the same
        }
    }
}
