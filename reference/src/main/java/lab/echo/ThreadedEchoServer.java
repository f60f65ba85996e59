package lab.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.echo.EchoServer;

/** One thread accepts, and one more for each connection answers. */
public final class ThreadedEchoServer implements EchoServer {
    private static final int HIGHEST_PORT = 65_535;
    private static final int BACKLOG = 200;

    private final int port;
    private final byte[] suffix;
    private final Map<Conversation, Thread> conversations = new ConcurrentHashMap<>();
    private final Thread acceptor = new Thread(this::accept, "echo acceptor");
    private ServerSocket listener;
    private boolean closed;

    /**
     * Makes a server that does not listen yet.
     *
     * @param port where to listen, 0 for a free port
     * @param suffix what follows each line
     */
    public ThreadedEchoServer(int port, String suffix) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        this.port = port;
        this.suffix = suffix.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void start() throws IOException {
        if (listener != null || closed) {
            throw new IllegalStateException("started before, or closed");
        }
        ServerSocket bound = new ServerSocket();
        try {
            bound.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            bound.close();
            throw e;
        }
        listener = bound;
        acceptor.start();
    }

    @Override
    public synchronized int port() {
        return Objects.requireNonNull(listener, "not started").getLocalPort();
    }

    /** Runs on the acceptor's thread until the listener is closed. */
    private void accept() {
        ServerSocket own = listener();
        while (!own.isClosed()) {
            try {
                Socket socket = own.accept();
                Conversation conversation = new Conversation(socket, suffix);
                Thread thread = new Thread(conversation, "echo " + socket.getPort());
                // who has ended is forgotten here and not by itself, so that close() joins every thread that still
                // lives
                conversations.values().removeIf(old -> old.getState() == Thread.State.TERMINATED);
                conversations.put(conversation, thread);
                thread.start();
            } catch (IOException e) {
                // one client that could not be accepted, or the listener was closed
            }
        }
    }

    private synchronized ServerSocket listener() {
        return listener;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed || listener == null) {
                closed = true;
                return;
            }
            closed = true;
            listener.close();
        }
        // when the acceptor has ended nobody joins the conversations any more
        join(acceptor);
        for (Map.Entry<Conversation, Thread> one : Map.copyOf(conversations).entrySet()) {
            one.getKey().close();
            join(one.getValue());
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
