package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private static final CharsetEncoder ENCODER = StandardCharsets.UTF_8.newEncoder();

    private final Lock lock = new ReentrantLock();

    /** Written to only by the thread that holds {@link #lock}: two frames at once would mix. */
    private final OutputStream out;

    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    @Override
    public void send(String message) throws IOException {
        lock.lock();
        try {
            out.write(frame(message));
            out.flush();
        } finally {
            lock.unlock();
        }
    }

    private static byte[] frame(String message) {
        ByteBuffer body = encoded(message);
        int count = body.remaining();
        if (count > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("a message of " + count + " bytes");
        }
        return ByteBuffer.allocate(Integer.BYTES + count)
                .putInt(count)
                .put(body)
                .array();
    }

    private static ByteBuffer encoded(String message) {
        try {
            return ENCODER.encode(CharBuffer.wrap(message));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a message with a lone surrogate", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
