package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private final Lock lock = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger coming = new AtomicInteger();
    private final OutputStream out;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void send(String message) throws IOException {
        coming.incrementAndGet();
        lock.lock();
        try {
            coming.decrementAndGet();
            checkPairs(message);
            byte[] body = message.getBytes(StandardCharsets.UTF_8);
            if (body.length > MAX_BYTES) {
                throw new IllegalArgumentException("message of " + body.length + " bytes");
            }
            int n = body.length;
            out.write(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
            out.write(body);
            if (coming.get() == 0) {
                out.flush();   // otherwise the next one will
            }
        } finally {
            lock.unlock();
        }
    }

    private static void checkPairs(String message) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == message.length() || !Character.isLowSurrogate(message.charAt(i + 1))) {
                    throw new IllegalArgumentException("high surrogate alone at " + i);
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                throw new IllegalArgumentException("low surrogate alone at " + i);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            out.close();
        }
    }
}
