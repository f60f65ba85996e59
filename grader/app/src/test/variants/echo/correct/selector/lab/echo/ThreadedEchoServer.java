package lab.echo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import racecourse.contract.echo.EchoServer;

public class ThreadedEchoServer implements EchoServer {
    private static final int MAX_LINE = 65536;

    private final int port;
    private final byte[] suffix;
    private Selector selector;
    private ServerSocketChannel server;
    private Thread loop;
    private volatile boolean closed;

    private static final class Connection {
        final ByteArrayOutputStream line = new ByteArrayOutputStream();
        final Deque<ByteBuffer> pending = new ArrayDeque<>();
        boolean ended;
    }

    public ThreadedEchoServer(int port, String suffix) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
        this.port = port;
        this.suffix = Objects.requireNonNull(suffix).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void start() throws IOException {
        if (closed || server != null) {
            throw new IllegalStateException();
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 100);
            channel.configureBlocking(false);
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        server = channel;
        loop = new Thread(this::run, "selector loop");
        loop.start();
    }

    @Override
    public synchronized int port() {
        return server.socket().getLocalPort();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select();
                Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    if (!key.isValid()) {
                        continue;
                    }
                    if (key.isAcceptable()) {
                        accept();
                    } else {
                        serve(key);
                    }
                }
            }
        } catch (IOException e) {
            // the selector itself failed
        } finally {
            shutDown();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Connection());
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isReadable()) {
                read(key);
            }
            write(key);
        } catch (IOException e) {
            drop(key);
        }
    }

    private void read(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        int count = ((SocketChannel) key.channel()).read(buffer);
        if (count < 0) {
            connection.ended = true;
        }
        buffer.flip();
        while (buffer.hasRemaining() && !connection.ended) {
            byte b = buffer.get();
            if (b == '\n') {
                ByteBuffer answer = ByteBuffer.allocate(connection.line.size() + suffix.length + 1);
                answer.put(connection.line.toByteArray()).put(suffix).put((byte) '\n');
                answer.flip();
                connection.pending.add(answer);
                connection.line.reset();
            } else if (connection.line.size() == MAX_LINE) {
                connection.ended = true;
            } else {
                connection.line.write(b);
            }
        }
    }

    private void write(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        SocketChannel channel = (SocketChannel) key.channel();
        while (!connection.pending.isEmpty()) {
            channel.write(connection.pending.peek());
            if (connection.pending.peek().hasRemaining()) {
                break;
            }
            connection.pending.remove();
        }
        if (connection.pending.isEmpty() && connection.ended) {
            drop(key);
            return;
        }
        int interest = connection.ended ? 0 : SelectionKey.OP_READ;
        if (!connection.pending.isEmpty()) {
            interest |= SelectionKey.OP_WRITE;
        }
        key.interestOps(interest);
    }

    private static void drop(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            // gone anyway
        }
    }

    private void shutDown() {
        for (SelectionKey key : selector.keys()) {
            drop(key);
        }
        try {
            selector.close();
        } catch (IOException e) {
            // gone anyway
        }
    }

    @Override
    public void close() throws IOException {
        Thread toJoin;
        synchronized (this) {
            closed = true;
            toJoin = loop;
            if (toJoin == null) {
                return;
            }
        }
        selector.wakeup();
        try {
            toJoin.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
