package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final Lock lock = new ReentrantLock();
    private ByteBuffer room;

    private final OutputStream out;

    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    @Override
    public void send(String message) throws IOException {
        ByteBuffer body = encoded(message);
        if (body.remaining() > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        lock.lock();
        try {
            if (room == null) {
                room = ByteBuffer.allocate(Integer.BYTES + FramedMessenger.LONGEST);
            }
            room.clear().putInt(body.remaining()).put(body);
            out.write(room.array(), 0, room.position());
            out.flush();
        } finally {
            lock.unlock();
        }
    }

    private static ByteBuffer encoded(String message) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a message with a lone surrogate", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
