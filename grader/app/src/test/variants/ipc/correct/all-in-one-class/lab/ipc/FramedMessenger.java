package lab.ipc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public final class FramedMessenger implements ProcessMessenger {
    static final int LONGEST = 16_777_216;
    @Override
    public MessageSender sender(OutputStream stream) {
        DataOutputStream out = new DataOutputStream(Objects.requireNonNull(stream));
        return new MessageSender() {
            private final Object mutex = new Object();
            private final AtomicBoolean closed = new AtomicBoolean();

            @Override
            public void send(String message) throws IOException {
                if (message.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                    throw new IllegalArgumentException("lone surrogate");
                }
                byte[] body = message.getBytes(StandardCharsets.UTF_8);
                if (body.length > LONGEST) {
                    throw new IllegalArgumentException("too long");
                }
                synchronized (mutex) {
                    out.writeInt(body.length);
                    out.write(body);
                    out.flush();
                }
            }

            @Override
            public void close() throws IOException {
                if (closed.compareAndSet(false, true)) {
                    out.close();
                }
            }
        };
    }
    @Override
    public MessageReceiver receiver(InputStream stream) {
        DataInputStream in = new DataInputStream(Objects.requireNonNull(stream));
        return new MessageReceiver() {
            @Override
            public Optional<String> receive() throws IOException {
                byte[] head = in.readNBytes(4);
                if (head.length == 0) {
                    return Optional.empty();
                }
                if (head.length < 4) {
                    throw new EOFException();
                }
                int count = ByteBuffer.wrap(head).getInt();
                if (Integer.compareUnsigned(count, LONGEST) > 0) {
                    throw new StreamCorruptedException();
                }
                byte[] body = new byte[count];
                in.readFully(body);
                return Optional.of(new String(body, StandardCharsets.UTF_8));
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
