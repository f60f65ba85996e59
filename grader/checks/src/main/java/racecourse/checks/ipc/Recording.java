package racecourse.checks.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Where a sender's bytes go. It knows which were flushed, and how often it was closed; it locks nothing but its own. Once
 * closed it "cannot perform output operations", as {@link OutputStream#close} says; to close it again is nothing.
 */
class Recording extends OutputStream {
    private final Object guard = new Object();
    private byte[] bytes;
    private int written;
    private int flushed;
    private int closes;

    Recording() {
        this(256);
    }

    Recording(int room) {
        this.bytes = new byte[room];
    }

    @Override
    public void write(int b) throws IOException {
        mustBeOpen();
        append(b);
    }

    /** Returns how many bytes there are with this one. */
    final int append(int b) {
        synchronized (guard) {
            makeRoom(1);
            bytes[written] = (byte) b;
            return ++written;
        }
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, from.length);
        mustBeOpen();
        synchronized (guard) {
            makeRoom(length);
            System.arraycopy(from, offset, bytes, written, length);
            written += length;
        }
    }

    private void mustBeOpen() throws IOException {
        if (closes() > 0) {
            throw new IOException("this stream was closed before");
        }
    }

    private void makeRoom(int length) {
        if (written + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, written + length));
        }
    }

    @Override
    public void flush() throws IOException {
        mustBeOpen();
        synchronized (guard) {
            flushed = written;
        }
    }

    @Override
    public void close() {
        synchronized (guard) {
            closes++;
        }
    }

    final byte[] bytes() {
        synchronized (guard) {
            return Arrays.copyOf(bytes, written);
        }
    }

    final int written() {
        synchronized (guard) {
            return written;
        }
    }

    final int flushed() {
        synchronized (guard) {
            return flushed;
        }
    }

    final int closes() {
        synchronized (guard) {
            return closes;
        }
    }
}
