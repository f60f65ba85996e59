package lab.ipc;

import java.io.*;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.*;

public class FramedMessenger implements ProcessMessenger {
    static final int LONGEST = 16 * 1024 * 1024;

    @Override
    public MessageSender sender(OutputStream out) {
        return new Sender(Objects.requireNonNull(out));
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new Receiver(Objects.requireNonNull(in));
    }

    private static class Sender implements MessageSender {
        private final DataOutputStream out;
        private final java.nio.charset.CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

        Sender(OutputStream out) {
            this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        }

        @Override
        public void send(String message) throws IOException {
            ByteBuffer bytes;
            try {
                bytes = encoder.encode(CharBuffer.wrap(message));
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("lone surrogate", e);
            }
            if (bytes.remaining() > LONGEST) {
                throw new IllegalArgumentException("too long: " + bytes.remaining());
            }
            synchronized (this) {
                out.writeInt(bytes.remaining());
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            out.close(); // FilterOutputStream closes once
        }
    }

    private static class Receiver implements MessageReceiver {
        private final DataInputStream in;
        private boolean closed;

        Receiver(InputStream in) {
            this.in = new DataInputStream(new BufferedInputStream(in));
        }

        @Override
        public Optional<String> receive() throws IOException {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            int count = first << 24;
            count |= in.readUnsignedByte() << 16;
            count |= in.readUnsignedShort();
            if (count < 0 || count > LONGEST) {
                throw new StreamCorruptedException("count " + count);
            }
            byte[] bytes = new byte[count];
            in.readFully(bytes);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                in.close();
            }
        }
    }
}

