package lab.echo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import racecourse.contract.echo.EchoServer;

public class ThreadedEchoServer implements EchoServer {
    private final int port;
    private final byte[] suffix;
    private final Set<AsynchronousSocketChannel> open = new HashSet<>();
    private AsynchronousServerSocketChannel server;
    private boolean closed;

    public ThreadedEchoServer(int port, String suffix) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port");
        }
        this.port = port;
        this.suffix = Objects.requireNonNull(suffix).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void start() throws IOException {
        if (closed || server != null) {
            throw new IllegalStateException();
        }
        server = AsynchronousServerSocketChannel.open();
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            server.close();
            server = null;
            throw e;
        }
        acceptNext();
    }

    private void acceptNext() {
        server.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            @Override
            public void completed(AsynchronousSocketChannel channel, Void nothing) {
                if (!take(channel)) {
                    return;
                }
                acceptNext();
                new Talk(channel).read();
            }

            @Override
            public void failed(Throwable problem, Void nothing) {
                // closed
            }
        });
    }

    private synchronized boolean take(AsynchronousSocketChannel channel) {
        if (closed) {
            closeQuietly(channel);
            return false;
        }
        return open.add(channel);
    }

    private static void closeQuietly(AsynchronousSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // gone
        }
    }

    private final class Talk {
        private final AsynchronousSocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(4096);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Talk(AsynchronousSocketChannel channel) {
            this.channel = channel;
            in.limit(0);
        }

        void read() {
            while (in.hasRemaining()) {
                byte b = in.get();
                if (b == '\n') {
                    ByteBuffer answer = ByteBuffer.allocate(line.size() + suffix.length + 1);
                    answer.put(line.toByteArray()).put(suffix).put((byte) '\n').flip();
                    line.reset();
                    write(answer);
                    return;
                }
                if (line.size() == 65536) {
                    end();
                    return;
                }
                line.write(b);
            }
            in.clear();
            channel.read(in, null, new CompletionHandler<Integer, Void>() {
                @Override
                public void completed(Integer count, Void nothing) {
                    if (count < 0) {
                        end();
                        return;
                    }
                    in.flip();
                    read();
                }

                @Override
                public void failed(Throwable problem, Void nothing) {
                    end();
                }
            });
        }

        void write(ByteBuffer answer) {
            channel.write(answer, null, new CompletionHandler<Integer, Void>() {
                @Override
                public void completed(Integer count, Void nothing) {
                    if (answer.hasRemaining()) {
                        write(answer);
                    } else {
                        read();
                    }
                }

                @Override
                public void failed(Throwable problem, Void nothing) {
                    end();
                }
            });
        }

        void end() {
            synchronized (ThreadedEchoServer.this) {
                open.remove(channel);
            }
            closeQuietly(channel);
        }
    }

    @Override
    public synchronized int port() {
        try {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (server == null) {
                return;
            }
            server.close();
            List.copyOf(open).forEach(ThreadedEchoServer::closeQuietly);
        }
    }
}
