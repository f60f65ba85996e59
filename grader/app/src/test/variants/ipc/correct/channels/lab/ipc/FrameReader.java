package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final ReadableByteChannel channel;
    FrameReader(InputStream in) {
        this.channel = Channels.newChannel(Objects.requireNonNull(in, "in"));
    }
    private void fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            Objects.requireNonNull(bytes);
        }
        bytes.flip();
    }
    @Override
    public Optional<String> receive() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
        fill(head);
        if (!head.hasRemaining()) {
            return Optional.empty();
        }
        if (head.remaining() < Integer.BYTES) {
            throw new EOFException();
        }
        int count = head.getInt();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("count " + count);
        }
        ByteBuffer body = ByteBuffer.allocate(count);
        fill(body);
        if (body.remaining() < count) {
            throw new EOFException();
        }
        return Optional.of(StandardCharsets.UTF_8.decode(body).toString());
    }
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
