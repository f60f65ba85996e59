package racecourse.checks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Stops;
import racecourse.contract.echo.EchoServer;

/** The controls: a server that reads what its clients send, one after the other, and answers nobody. */
final class PlantedServer implements EchoServer {
    private final Kind kind;
    private final List<Socket> kept = new ArrayList<>();
    private @Nullable ServerSocket listener;
    private @Nullable Thread thread;
    private boolean closed;

    /** How it closes. */
    enum Kind {
        /** As it has to. */
        RIGHT,
        /** Without waiting for its thread. */
        LEAVES_ITS_THREAD,
        /** Without regard to a connection that is accepted meanwhile. */
        KEEPS_LATE_COMERS
    }

    PlantedServer(Kind kind) {
        this.kind = kind;
    }

    @Override
    public void start() throws IOException {
        ServerSocket bound = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        listener = bound;
        Thread accepting = new Thread(() -> accept(bound), "accepts");
        accepting.setDaemon(true);
        accepting.start();
        thread = accepting;
    }

    private void accept(ServerSocket bound) {
        try {
            while (true) {
                try (Socket client = bound.accept()) {
                    Stops.here();
                    keep(client);
                    client.getInputStream().readAllBytes();
                }
            }
        } catch (IOException e) {
            Stops.here();
        }
    }

    private synchronized void keep(Socket client) throws IOException {
        if (closed && kind != Kind.KEEPS_LATE_COMERS) {
            client.close();
        }
        kept.add(client);
    }

    @Override
    public int port() {
        return listener == null ? 0 : listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            if (listener != null) {
                listener.close();
            }
            for (Socket client : kept) {
                client.close();
            }
        }
        if (kind == Kind.RIGHT && thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
