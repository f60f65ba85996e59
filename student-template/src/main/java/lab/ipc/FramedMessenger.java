package lab.ipc;

import java.io.InputStream;
import java.io.OutputStream;
import racecourse.contract.ipc.MessageReceiver;
import racecourse.contract.ipc.MessageSender;
import racecourse.contract.ipc.ProcessMessenger;

/** Lab 05. The contract is in the Javadoc of {@link ProcessMessenger}, {@link MessageSender} and {@link MessageReceiver}. */
public class FramedMessenger implements ProcessMessenger {
    @Override
    public MessageSender sender(OutputStream out) {
        // TODO return a class of your own that writes messages to the stream; refuse what the contract refuses
        throw new UnsupportedOperationException("sender() is still to be written");
    }

    @Override
    public MessageReceiver receiver(InputStream in) {
        // TODO return a class of your own that reads messages from the stream, however their bytes arrive
        throw new UnsupportedOperationException("receiver() is still to be written");
    }
}
