package racecourse.checks.ipc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a receiver's bytes come from: what was fed, in pieces of certain sizes. Whoever wants more than there is waits,
 * until more is fed or the stream ends.
 */
final class Feed extends InputStream {
    private final Object guard = new Object();
    private final int[] pieces;
    private byte[] bytes = new byte[0];
    private int position;
    private int piece;
    private int leftOfPiece;
    private boolean ended;
    private int closes;
    private @Nullable IOException failure;

    /**
     * Makes a stream with nothing in it yet.
     *
     * @param pieces how many bytes a read gets at most, in turn, over and over; none for as many as there are
     */
    Feed(int... pieces) {
        this.pieces = pieces.clone();
        this.leftOfPiece = pieces.length == 0 ? Integer.MAX_VALUE : pieces[0];
    }

    /** Adds bytes. */
    Feed with(byte[] more) {
        synchronized (guard) {
            bytes = position == bytes.length
                    ? more
                    : Frames.joined(Arrays.copyOfRange(bytes, position, bytes.length), more);
            position = 0;
            guard.notifyAll();
        }
        return this;
    }

    /** Lets the stream end after what was fed. */
    Feed end() {
        synchronized (guard) {
            ended = true;
            guard.notifyAll();
        }
        return this;
    }

    /** Lets the stream fail after what was fed. */
    Feed fail(IOException with) {
        synchronized (guard) {
            failure = with;
            guard.notifyAll();
        }
        return this;
    }

    int closes() {
        synchronized (guard) {
            return closes;
        }
    }

    @Override
    public int read() throws IOException {
        synchronized (guard) {
            if (!awaitByte()) {
                return -1;
            }
            taken(1);
            return bytes[position++] & 0xff;
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        synchronized (guard) {
            if (!awaitByte()) {
                return -1;
            }
            int count = Math.min(Math.min(length, leftOfPiece), bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            taken(count);
            return count;
        }
    }

    /** Returns whether there is a byte; waits for it, or the end. */
    private boolean awaitByte() throws IOException {
        boolean interrupted = false;
        while (position == bytes.length && !ended && failure == null) {
            try {
                guard.wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (position == bytes.length && failure != null) {
            throw failure;
        }
        return position < bytes.length;
    }

    private void taken(int count) {
        if (pieces.length == 0) {
            return;
        }
        leftOfPiece -= count;
        if (leftOfPiece == 0) {
            piece = (piece + 1) % pieces.length;
            leftOfPiece = pieces[piece];
        }
    }

    /** Tells what the next read would get without waiting. */
    @Override
    public int available() {
        synchronized (guard) {
            return Math.min(leftOfPiece, bytes.length - position);
        }
    }

    @Override
    public void close() {
        synchronized (guard) {
            closes++;
        }
    }
}
