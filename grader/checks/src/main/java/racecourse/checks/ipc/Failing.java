package racecourse.checks.ipc;

import java.io.IOException;

/** A stream that fails once, at a certain byte or when it is flushed, and works again afterwards. */
final class Failing extends Recording {
    /** Fails at the flush, not at a byte. */
    static final int AT_FLUSH = -1;

    private final int room;
    private volatile boolean failed;

    Failing(int room) {
        this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
        failAt(1);
        super.write(b);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        failAt(length);
        super.write(from, offset, length);
    }

    private void failAt(int more) throws IOException {
        if (room != AT_FLUSH && written() + more > room) {
            fail();
        }
    }

    @Override
    public void flush() throws IOException {
        if (room == AT_FLUSH) {
            fail();
        }
        super.flush();
    }

    private void fail() throws IOException {
        if (!failed) {
            failed = true;
            throw new IOException("no space left");
        }
    }

    boolean hasFailed() {
        return failed;
    }
}
