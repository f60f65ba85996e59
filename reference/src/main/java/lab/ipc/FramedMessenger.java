package lab.ipc;

import java.io.InputStream;
import java.io.OutputStream;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

/** Sends each text as a frame: a count of bytes, then the bytes. */
public final class FramedMessenger implements ProcessMessenger {
    /** The most bytes that a message may have. */
    static final int LONGEST = 16_777_216;

    @Override
    public MessageSender sender(OutputStream out) {
        return new FrameWriter(out);
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        return new FrameReader(in);
    }
}
