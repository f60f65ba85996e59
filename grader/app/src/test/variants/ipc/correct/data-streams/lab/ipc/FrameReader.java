package lab.ipc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final DataInputStream in;
    FrameReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(in)));
    }
    @Override
    public synchronized Optional<String> receive() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        byte[] rest = new byte[3];
        in.readFully(rest);
        int count = first << 24 | (rest[0] & 0xff) << 16 | (rest[1] & 0xff) << 8 | rest[2] & 0xff;
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException(Integer.toString(count));
        }
        byte[] body = new byte[count];
        in.readFully(body);
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }
    @Override
    public void close() throws IOException {
        in.close();
    }
}
