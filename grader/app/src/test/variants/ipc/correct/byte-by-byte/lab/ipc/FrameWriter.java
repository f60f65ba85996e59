package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import racecourse.contract.ipc.MessageSender;

final class FrameWriter implements MessageSender {
    private final OutputStream out;
    FrameWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }
    private static int count(String message) {
        long count = 0;
        for (int i = 0; i < message.length(); i++) {
            int c = message.codePointAt(i);
            if (c >= 0xd800 && c <= 0xdfff) {
                throw new IllegalArgumentException("lone surrogate at " + i);
            }
            count += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            i += c < 0x10000 ? 0 : 1;
        }
        if (count > FramedMessenger.LONGEST) {
            throw new IllegalArgumentException(count + " bytes");
        }
        return (int) count;
    }
    @Override
    public synchronized void send(String message) throws IOException {
        int count = count(message);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(count >>> shift);
        }
        for (int i = 0; i < message.length(); i++) {
            int c = message.codePointAt(i);
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xc0 | c >> 6);
                out.write(0x80 | c & 0x3f);
            } else if (c < 0x10000) {
                out.write(0xe0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3f);
                out.write(0x80 | c & 0x3f);
            } else {
                out.write(0xf0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3f);
                out.write(0x80 | c >> 6 & 0x3f);
                out.write(0x80 | c & 0x3f);
                i++;
            }
        }
        out.flush();
    }
    @Override
    public void close() throws IOException {
        out.close();
    }
}
