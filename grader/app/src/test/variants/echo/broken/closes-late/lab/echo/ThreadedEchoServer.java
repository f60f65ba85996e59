package lab.echo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import racecourse.contract.echo.EchoServer;

public class ThreadedEchoServer implements EchoServer {
    private static final int MAX_LINE = 65536;

    private final int port;
    private final String suffix;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private ServerSocket serverSocket;
    private boolean closed;

    public ThreadedEchoServer(int port, String suffix) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (suffix == null) {
            throw new NullPointerException("suffix");
        }
        this.port = port;
        this.suffix = suffix;
    }

    @Override
    public synchronized void start() throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (serverSocket != null) {
            throw new IllegalStateException("already started");
        }
        serverSocket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        Thread acceptor = new Thread(this::acceptLoop, "acceptor");
        threads.add(acceptor);
        acceptor.start();
    }

    @Override
    public synchronized int port() {
        return serverSocket.getLocalPort();
    }

    private void acceptLoop() {
        while (true) {
            Socket socket;
            try {
                socket = serverSocket.accept();
            } catch (IOException e) {
                return;
            }
            synchronized (this) {
                if (closed) {
                    closeQuietly(socket);
                    return;
                }
                Thread handler = new Thread(() -> handle(socket));
                sockets.add(socket);
                threads.add(handler);
                handler.start();
            }
        }
    }

    private void handle(Socket socket) {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b;
            while ((b = in.read()) != -1) {
                if (b == '\n') {
                    answer(line.toByteArray(), out);
                    line.reset();
                } else {
                    if (line.size() == MAX_LINE) {
                        break;
                    }
                    line.write(b);
                }
            }
        } catch (IOException e) {
            // conversation over
        } finally {
            closeQuietly(socket);
        }
    }

    private void answer(byte[] line, OutputStream out) throws IOException {
        out.write(line);
        out.write(suffix.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing to do
        }
    }

    @Override
    public void close() throws IOException {
        List<Thread> toJoin;
        try {
            Thread.sleep(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (serverSocket != null) {
                serverSocket.close();
            }
            for (Socket socket : sockets) {
                closeQuietly(socket);
            }
            toJoin = new ArrayList<>(threads);
        }
        for (Thread thread : toJoin) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
