package racecourse.checks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/**
 * A few short lines whose answers are more than a connection holds that nobody reads from, because the suffix is long.
 *
 * @param lines how many lines
 * @param suffix the suffix
 */
record Flood(int lines, String suffix) {
    private static final int SUFFIX = 1 << 14;
    private static final int PIECE = 1 << 17;
    private static final int MOST = 1 << 25;
    private static final long FULL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /**
     * Measures how much a connection of this machine takes that nobody reads from.
     *
     * @return twice as much, and some
     * @throws Powerless if it takes too much for a check
     */
    static Flood measured() {
        int lines = (2 * capacity() + (1 << 20)) / SUFFIX + 1;
        return new Flood(lines, ("-" + "0123456789abcdef".repeat(SUFFIX / 16)).substring(0, SUFFIX));
    }

    private static int capacity() {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SocketChannel reader = SocketChannel.open(listener.getLocalAddress());
                    SocketChannel writer = listener.accept()) {
                writer.configureBlocking(false);
                int capacity = 0;
                long full = System.nanoTime();
                while (reader.isOpen() && System.nanoTime() - full < FULL_NANOS) {
                    int written = writer.write(ByteBuffer.allocate(PIECE));
                    capacity += written;
                    if (written > 0) {
                        full = System.nanoTime();
                    } else {
                        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
                    }
                    if (capacity > MOST) {
                        throw new Powerless(Message.of("echo.flood.too-much", MOST));
                    }
                }
                return capacity;
            }
        } catch (IOException e) {
            throw new Powerless(Message.of("echo.control.failed", e));
        }
    }

    /** Sends the lines, and expects their answers. */
    void into(Conversation client) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            client.expect("" + i);
            text.append(i).append('\n');
        }
        client.say(text.toString());
    }
}
