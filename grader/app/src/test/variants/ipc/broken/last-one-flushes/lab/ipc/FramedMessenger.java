package lab.ipc;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStream;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

public class FramedMessenger implements ProcessMessenger {
    @Override
    public MessageSender sender(OutputStream out) {
        return new FrameWriter(requireNonNull(out));
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new FrameReader(requireNonNull(in));
    }
}
