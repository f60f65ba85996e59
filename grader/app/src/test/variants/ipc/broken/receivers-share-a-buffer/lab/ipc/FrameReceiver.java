package lab.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

class FrameReceiver extends CloseOnce<InputStream> implements MessageReceiver {
    FrameReceiver(InputStream in) {
        super(in);
    }

    private static byte[] scratch = new byte[64];

    private byte[] exactly(int n, boolean mayEnd) throws IOException {
        byte[] b = scratch.length >= n ? scratch : (scratch = new byte[n]);
        for (int off = 0; off < n; ) {
            int r = stream.read(b, off, n - off);
            if (r < 0) {
                if (mayEnd && off == 0) {
                    return null;
                }
                throw new EOFException(off + " of " + n);
            }
            off += r;
        }
        return b;
    }

    @Override
    public Optional<String> receive() throws IOException {
        byte[] head = exactly(4, true);
        if (head == null) {
            return Optional.empty();
        }
        int count = new BigInteger(head, 0, 4).intValue();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("count: " + count);
        }
        return Optional.of(new String(exactly(count, false), 0, count, StandardCharsets.UTF_8));
    }
}
