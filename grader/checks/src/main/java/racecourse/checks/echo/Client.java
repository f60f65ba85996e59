package racecourse.checks.echo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** One connection to a server, with what has come from it so far. Not for several threads at once. */
final class Client implements AutoCloseable {
    /** A local address answers at once or not at all; longer only where a server's queue of new connections is full. */
    private static final int CONNECT_MILLIS = 5000;

    private static final int CHUNK = 1 << 16;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private End end = End.OPEN;

    /** How far a connection has come to its end, as seen from this side. */
    enum End {
        /** It is open. */
        OPEN,
        /** The server has closed it. */
        CLOSED,
        /** It was reset. */
        RESET
    }

    private Client(Socket socket) {
        this.socket = socket;
    }

    static Client connect(InetAddress address, int port) throws IOException {
        return connect(address, port, CONNECT_MILLIS);
    }

    static Client connect(InetAddress address, int port, int limitMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), limitMillis);
            return new Client(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends bytes; a connection that takes no more is one that has ended, which is seen when it is read. */
    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // what is still to be read from it comes first
        }
    }

    /** Closes the sending side. */
    void halfClose() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // it has ended already
        }
    }

    /** Ends the connection the hard way. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it has ended already
        }
    }

    /**
     * Reads until so many bytes have come in all, or the connection has ended.
     *
     * @param bytes how many
     * @param nanos how long at most
     * @return whether there is nothing more to wait for
     */
    boolean has(int bytes, long nanos) {
        long until = System.nanoTime() + nanos;
        while (received.size() < bytes && end == End.OPEN && System.nanoTime() < until) {
            read(CHUNK, until - System.nanoTime());
        }
        return received.size() >= bytes || end != End.OPEN;
    }

    /** Reads what comes once, so many bytes at the most. */
    void read(int most, long nanos) {
        try {
            socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[most];
            int count = in.read(chunk);
            if (count < 0) {
                end = End.CLOSED;
            } else {
                received.write(chunk, 0, count);
            }
        } catch (SocketTimeoutException e) {
            // nothing yet
        } catch (IOException e) {
            end = End.RESET;
        }
    }

    /** Reads what comes once and forgets what has come so far. */
    void skim(long nanos) {
        read(CHUNK, nanos);
        received.reset();
    }

    byte[] received() {
        return received.toByteArray();
    }

    End end() {
        return end;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
