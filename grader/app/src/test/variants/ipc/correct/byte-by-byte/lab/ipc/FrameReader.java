package lab.ipc;

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
    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }
    @Override
    public Optional<String> receive() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int count = first << 24 | next() << 16 | next() << 8 | next();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("count " + count);
        }
        byte[] body = new byte[count];
        for (int i = 0; i < count; i++) {
            body[i] = (byte) next();
        }
        return Optional.of(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(body)).toString());
    }
    @Override
    public void close() throws IOException {
        in.close();
    }
}
