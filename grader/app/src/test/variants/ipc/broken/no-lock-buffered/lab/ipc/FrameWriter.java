package lab.ipc;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final DataOutputStream out;
    FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(Objects.requireNonNull(out, "out")));
    }
    @Override
    public void send(String message) throws IOException {
        byte[] body = encoded(message);
        if (body.length > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }
    private static byte[] encoded(String message) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message));
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            return body;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("lone surrogate", e);
        }
    }
    @Override
    public void close() throws IOException {
        out.close();
    }
}
