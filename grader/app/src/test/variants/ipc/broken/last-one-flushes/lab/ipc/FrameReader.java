package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final InputStream in;

    FrameReader(InputStream in) {
        this.in = in;
    }

    @Override
    public Optional<String> receive() throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < 4) {
            throw new EOFException("end inside the count");
        }
        int count = ByteBuffer.wrap(head).getInt();
        if (count < 0 || count > FrameWriter.MAX_BYTES) {
            throw new StreamCorruptedException("count " + count);
        }
        byte[] body = in.readNBytes(count);
        if (body.length < count) {
            throw new EOFException("end inside a message");
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            in.close();
        }
    }
}
