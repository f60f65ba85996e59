package lab.ipc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import racecourse.contract.ipc.MessageSender;

class FrameSender extends CloseOnce<OutputStream> implements MessageSender {
    private static final Charset UTF8 = StandardCharsets.UTF_8;

    FrameSender(OutputStream out) {
        super(out);
    }

    @Override
    public void send(String message) throws IOException {
        byte[] body = message.getBytes(UTF8);
        if (body.length > FramedMessenger.LONGEST || !new String(body, UTF8).equals(message)) {
            throw new IllegalArgumentException("cannot be sent");
        }
        byte[] frame = new byte[body.length + 4];
        for (int i = 0; i < 4; i++) {
            frame[i] = (byte) (body.length >>> 24 - 8 * i);
        }
        System.arraycopy(body, 0, frame, 4, body.length);
        write(frame);
    }

    private synchronized void write(byte[] frame) throws IOException {
        stream.write(frame);
        stream.flush();
    }
}
