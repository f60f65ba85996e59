package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final OutputStream out;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final byte[] head = new byte[Integer.BYTES];
    private byte[] body = new byte[128];
    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }
    @Override
    public synchronized void send(String message) throws IOException {
        int count = encode(message);
        ByteBuffer.wrap(head).putInt(count);
        out.write(head);
        out.write(body, 0, count);
        out.flush();
    }
    private int encode(String message) {
        CharBuffer chars = CharBuffer.wrap(message);
        while (true) {
            chars.rewind();
            ByteBuffer bytes = ByteBuffer.wrap(body);
            encoder.reset();
            CoderResult result = encoder.encode(chars, bytes, true);
            if (result.isError()) {
                throw new IllegalArgumentException("lone surrogate at " + chars.position());
            }
            if (result.isUnderflow()) {
                encoder.flush(bytes);
                return bytes.position();
            }
            if (body.length == FramedMessenger.LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            body = new byte[Math.min(2 * body.length, FramedMessenger.LONGEST)];
        }
    }
    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
