package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
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

    @Override
    public Optional<String> receive() throws IOException {
        byte[] head = in.readNBytes(Integer.BYTES);
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
        byte[] body;
        try {
            body = in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
