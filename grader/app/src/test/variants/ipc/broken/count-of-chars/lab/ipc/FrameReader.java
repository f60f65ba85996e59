package lab.ipc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.Objects;
import java.util.Optional;
import racecourse.contract.ipc.MessageReceiver;

final class FrameReader implements MessageReceiver {
    private final DataInputStream in;
    FrameReader(InputStream in) {
        this.in = new DataInputStream(Objects.requireNonNull(in, "in"));
    }
    @Override
    public Optional<String> receive() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int count = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (count < 0 || count > FramedMessenger.LONGEST) {
            throw new StreamCorruptedException("a message of " + count + " chars");
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < count) {
            int b = in.readUnsignedByte();
            int more = b < 0x80 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
            int codePoint = more == 0 ? b : b & 0x3f >> more;
            for (int i = 0; i < more; i++) {
                codePoint = codePoint << 6 | in.readUnsignedByte() & 0x3f;
            }
            text.appendCodePoint(codePoint);
        }
        return Optional.of(text.toString());
    }
    @Override
    public void close() throws IOException {
        in.close();
    }
}
