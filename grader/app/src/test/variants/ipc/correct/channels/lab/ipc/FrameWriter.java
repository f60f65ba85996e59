package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final Object guard = new Object();
    private final OutputStream out;
    private final WritableByteChannel channel;
    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
        this.channel = Channels.newChannel(out);
    }
    @Override
    public void send(String message) throws IOException {
        ByteBuffer body;
        try {
            body = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
        if (body.remaining() > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES).putInt(body.remaining()).flip();
        synchronized (guard) {
            for (ByteBuffer part : List.of(head, body)) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            out.flush();
        }
    }
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
