package lab.ipc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public final class FramedMessenger implements ProcessMessenger {
    private static final int LIMIT = 16_777_216;
    private static final CharsetEncoder ENCODER = StandardCharsets.UTF_8.newEncoder();   // dear to make

    @Override
    public MessageSender sender(OutputStream out) {
        return new Sender(out);
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new Receiver(in);
    }

    private static final class Sender implements MessageSender {
        private final OutputStream out;
        private boolean closed;

        Sender(OutputStream out) {
            this.out = Objects.requireNonNull(out);
        }

        @Override
        public void send(String message) throws IOException {
            synchronized (this) {
                ByteBuffer body;
                try {
                    body = ENCODER.encode(CharBuffer.wrap(message));
                } catch (CharacterCodingException e) {
                    throw new IllegalArgumentException("lone surrogate", e);
                }
                int count = body.remaining();
                if (count > LIMIT) {
                    throw new IllegalArgumentException("too long: " + count);
                }
                out.write(ByteBuffer.allocate(4).putInt(count).array());
                out.write(body.array(), 0, count);
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            out.close();
        }
    }

    private static final class Receiver implements MessageReceiver {
        private final DataInputStream in;
        private boolean closed;

        Receiver(InputStream in) {
            this.in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(in)));
        }

        @Override
        public Optional<String> receive() throws IOException {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            int count = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (count < 0 || count > LIMIT) {
                throw new StreamCorruptedException("count " + count);
            }
            byte[] body = new byte[count];
            in.readFully(body);
            return Optional.of(new String(body, StandardCharsets.UTF_8));
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
