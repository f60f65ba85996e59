package lab.ipc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final InputStream in;

    FrameReader(InputStream in) {
        this.in = Objects.requireNonNull(in, "in");
    }

    private static ByteBuffer ahead = ByteBuffer.allocate(0);

    private byte[] take(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < count) {
            if (!ahead.hasRemaining()) {
                byte[] some = new byte[8192];
                int length = in.read(some);
                if (length < 0) {
                    break;
                }
                ahead = ByteBuffer.wrap(some, 0, length);
            }
            bytes.write(ahead.get());
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<String> receive() throws IOException {
        byte[] head = take(Integer.BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < Integer.BYTES) {
            throw new EOFException("the stream ends inside a count");
        }
        int count = ByteBuffer.wrap(head).getInt();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("a message of " + count + " bytes");
        }
        byte[] body = take(count);
        if (body.length < count) {
            throw new EOFException("the stream ends after " + body.length + " of " + count + " bytes");
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
