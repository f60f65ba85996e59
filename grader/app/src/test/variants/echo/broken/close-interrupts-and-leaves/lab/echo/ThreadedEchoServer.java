package lab.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import racecourse.contract.echo.EchoServer;

public class ThreadedEchoServer implements EchoServer {
    private final int port;
    private final byte[] suffix;
    private final List<Connection> connections = new ArrayList<>();
    private ServerSocket serverSocket;
    private Thread thread;
    private boolean closed;

    public ThreadedEchoServer(int port, String suffix) {
        if (suffix == null) {
            throw new NullPointerException();
        }
        if (port < 0 || port >= 1 << 16) {
            throw new IllegalArgumentException();
        }
        this.port = port;
        this.suffix = (suffix + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void start() throws IOException {
        if (serverSocket != null || closed) {
            throw new IllegalStateException();
        }
        ServerSocket s = new ServerSocket(port, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        serverSocket = s;
        thread = new Thread(() -> {
            for (;;) {
                try {
                    if (!add(s.accept())) {
                        return;
                    }
                } catch (IOException e) {
                    if (s.isClosed()) {
                        return;
                    }
                }
            }
        }, "echo-acceptor");
        thread.start();
    }

    private synchronized boolean add(Socket socket) throws IOException {
        if (closed) {
            socket.close();
            return false;
        }
        connections.removeIf(Connection::ended);
        Connection c = new Connection(socket, suffix);
        c.start();
        connections.add(c);
        return true;
    }

    @Override
    public synchronized int port() {
        return serverSocket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        List<Connection> toStop;
        Thread acceptor;
        synchronized (this) {
            closed = true;
            if (serverSocket == null) {
                return;
            }
            serverSocket.close();
            toStop = new ArrayList<>(connections);
            acceptor = thread;
        }
        toStop.forEach(Connection::stop);
        acceptor.interrupt();
    }
}

