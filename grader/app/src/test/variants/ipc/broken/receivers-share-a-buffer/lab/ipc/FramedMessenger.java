package lab.ipc;

import java.io.InputStream;
import java.io.OutputStream;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public class FramedMessenger implements ProcessMessenger {
    static final int LONGEST = 16_777_216;

    @Override
    public MessageSender sender(OutputStream out) {
        return new FrameSender(out);
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new FrameReceiver(in);
    }
}

