package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final InputStream in;

    FrameReader(InputStream in) {
        this.in = Objects.requireNonNull(in, "in");
    }

    private final byte[] ahead = new byte[4096];
    private int from;
    private int to;

    private byte[] take(int count) throws IOException {
        byte[] bytes = new byte[count];
        int taken = 0;
        while (taken < count) {
            if (from == to) {
                int length = in.read(ahead);
                if (length < 0) {
                    return Arrays.copyOf(bytes, taken);
                }
                from = 0;
                to = length;
            }
            int some = Math.min(count - taken, to - from);
            System.arraycopy(ahead, from, bytes, taken, some);
            from += some;
            taken += some;
        }
        return bytes;
    }

    @Override
    public Optional<String> receive() throws IOException {
        byte[] head = take(Integer.BYTES);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < Integer.BYTES) {
            throw new EOFException("the stream ends inside a count");
        }
        int count = ByteBuffer.wrap(head).getInt();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("a message of " + count + " bytes");
        }
        byte[] body = take(count);
        if (body.length < count) {
            throw new EOFException("the stream ends after " + body.length + " of " + count + " bytes");
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
