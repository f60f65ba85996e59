package racecourse.checks.ipc;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import racecourse.checks.engine.Stops;

/** The controls: a right messenger that must be spared, and ones with a mistake that must be caught. */
enum PlantedMessenger implements Messenger {
    /** One message after another, each read to its last byte and no further. */
    RIGHT,
    /** Several threads write whenever they like. */
    UNGUARDED,
    /** The same into one buffer, which each of them then flushes. */
    UNGUARDED_BUFFER,
    /** Reads until the stream ends, whatever it has already. */
    GREEDY,
    /** Takes memory for a message before it looks at the count. */
    TRUSTING,
    /** Everybody shares one lock. */
    ONE_LOCK;

    private static final Object SHARED = new Object();

    @Override
    public Writing sender(OutputStream out) {
        return new Writer(this == UNGUARDED_BUFFER ? new BufferedOutputStream(out) : out, this);
    }

    private static final class Writer implements Writing {
        private final OutputStream out;
        private final PlantedMessenger kind;

        Writer(OutputStream out, PlantedMessenger kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void send(String message) throws IOException {
            if (kind == UNGUARDED || kind == UNGUARDED_BUFFER) {
                write(message);
                return;
            }
            synchronized (kind == ONE_LOCK ? SHARED : this) {
                write(message);
            }
        }

        private void write(String message) throws IOException {
            byte[] body = message.getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(Integer.BYTES).putInt(body.length).array());
            Stops.here();
            out.write(body);
            Stops.here();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    @Override
    public Reading receiver(InputStream in) {
        return new Reader(in, this);
    }

    private static final class Reader implements Reading {
        private final InputStream in;
        private final PlantedMessenger kind;
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        Reader(InputStream in, PlantedMessenger kind) {
            this.in = in;
            this.kind = kind;
        }

        @Override
        public Optional<String> receive() throws IOException {
            synchronized (kind == ONE_LOCK ? SHARED : this) {
                return next();
            }
        }

        private Optional<String> next() throws IOException {
            if (kind == GREEDY) {
                in.transferTo(all);
            }
            byte[] head = in.readNBytes(Integer.BYTES);
            if (head.length == 0) {
                return Optional.empty();
            }
            if (head.length < Integer.BYTES) {
                throw new EOFException();
            }
            int count = ByteBuffer.wrap(head).getInt();
            byte[] body = kind == TRUSTING ? new byte[count] : new byte[0];
            if (count < 0 || count > Frames.LONGEST) {
                throw new StreamCorruptedException(count + " of " + body.length);
            }
            body = in.readNBytes(count);
            if (body.length < count) {
                throw new EOFException();
            }
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
