package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public class FramedMessenger implements ProcessMessenger {

    private static final int MAX_SIZE = 16 * 1024 * 1024;

    public FramedMessenger() {}

    @Override
    public MessageSender sender(OutputStream out) {
        if (out == null) throw new NullPointerException("out must not be null");
        return new SenderImpl(out);
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        if (in == null) throw new NullPointerException("in must not be null");
        return new ReceiverImpl(in);
    }

    private static class SenderImpl implements MessageSender {
        private final OutputStream out;

        SenderImpl(OutputStream out) { this.out = out; }

        @Override
        public void send(String message) throws IOException {
            if (message == null) throw new NullPointerException("message must not be null");
            ByteBuffer buffer;
            try {
                buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(message));
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("message cannot be encoded", e);
            }
            int size = buffer.limit();
            if (size > MAX_SIZE) throw new IllegalArgumentException("message is too large: " + size);
            synchronized (out) {
                out.write(size >>> 24);
                out.write(size >>> 16);
                out.write(size >>> 8);
                out.write(size);
                out.write(buffer.array(), 0, size);
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            synchronized (out) {
                out.flush();
                out.close();
            }
        }
    }

    private static class ReceiverImpl implements MessageReceiver {
        private final InputStream in;
        private boolean closed;

        ReceiverImpl(InputStream in) { this.in = in; }

        @Override
        public Optional<String> receive() throws IOException {
            int b1 = in.read();
            if (b1 < 0) return Optional.empty();
            int b2 = in.read(), b3 = in.read(), b4 = in.read();
            if ((b2 | b3 | b4) < 0) throw new EOFException("end of stream in header");
            int size = (b1 << 24) + (b2 << 16) + (b3 << 8) + b4;
            if (size < 0 || size > MAX_SIZE) throw new StreamCorruptedException("size " + size);
            byte[] data = in.readNBytes(size);
            if (data.length != size) throw new EOFException("end of stream in message");
            return Optional.of(new String(data, StandardCharsets.UTF_8));
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
