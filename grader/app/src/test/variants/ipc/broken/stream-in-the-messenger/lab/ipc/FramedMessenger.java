package lab.ipc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public final class FramedMessenger implements ProcessMessenger {
    static final int LONGEST = 16_777_216;

    private MessageSender current;

    @Override
    public MessageSender sender(OutputStream out) {
        current = new FrameWriter(out);
        return new MessageSender() {
            @Override
            public void send(String message) throws IOException {
                current.send(message);
            }

            @Override
            public void close() throws IOException {
                current.close();
            }
        };
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new FrameReader(in);
    }
}
