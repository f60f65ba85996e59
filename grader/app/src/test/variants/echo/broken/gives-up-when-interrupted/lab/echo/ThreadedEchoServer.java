package lab.echo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.echo.EchoServer;

public final class ThreadedEchoServer implements EchoServer {
    private enum Life { FRESH, STARTED, CLOSED }

    private final AtomicReference<Life> life = new AtomicReference<>(Life.FRESH);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final int port;
    private final byte[] suffix;
    private volatile ServerSocket listener;

    public ThreadedEchoServer(int port, String suffix) {
        Objects.requireNonNull(suffix, "suffix");
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        this.port = port;
        this.suffix = (suffix + '\n').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void start() throws IOException {
        if (life.get() != Life.FRESH) {
            throw new IllegalStateException("server is " + life);
        }
        ServerSocket s = new ServerSocket();
        try {
            s.bind(new InetSocketAddress("127.0.0.1", port), 256);
        } catch (IOException e) {
            s.close();
            throw e;
        }
        listener = s;
        life.set(Life.STARTED);
        go("accept", this::accept);
    }

    @Override
    public int port() {
        ServerSocket s = listener;
        return s == null ? -1 : s.getLocalPort();
    }

    private void go(String name, Runnable work) {
        threads.removeIf(t -> t.getState() == Thread.State.TERMINATED);
        Thread t = new Thread(work, "echo-" + name);
        t.setDaemon(true);
        threads.add(t);
        t.start();
    }

    private void accept() {
        while (life.get() == Life.STARTED) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                go("client", () -> serve(socket));
                if (life.get() == Life.CLOSED) {
                    socket.close();   // close() may have gone through the sockets before this one was there
                }
            } catch (IOException e) {
                // closed, or a client that was gone before it was accepted
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            int b;
            while ((b = in.read()) != -1) {
                if (b == '\n') {
                    answer.write(suffix);
                    answer.writeTo(socket.getOutputStream());
                    answer.reset();
                } else if (answer.size() < 65536) {
                    answer.write(b);
                } else {
                    socket.shutdownOutput();
                    socket.setSoTimeout(500);
                    long end = System.nanoTime() + 1_000_000_000L;
                    while (in.read() != -1 && System.nanoTime() < end) {
                        // the rest of the line goes nowhere
                    }
                    break;
                }
            }
        } catch (IOException e) {
            // reset or closed
        } finally {
            try {
                socket.close();
            } catch (IOException e) {
                // closed
            }
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        Life before;
        synchronized (this) {
            before = life.getAndSet(Life.CLOSED);
        }
        if (before == Life.FRESH || listener == null) {
            return;
        }
        listener.close();
        try {
            threads.element().join();   // the acceptor, the first of all; now there are no more sockets to come
            for (Socket s : open) {
                s.close();
            }
            for (Thread t : threads) {
                t.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
