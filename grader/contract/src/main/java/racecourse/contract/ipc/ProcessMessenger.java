package racecourse.contract.ipc;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Sends texts over a stream of bytes between processes.
 *
 * <p>Implement it as {@code lab.ipc.FramedMessenger} with the public constructor {@code FramedMessenger()}. {@code null}
 * is a {@link NullPointerException}. Nothing is printed.
 */
public interface ProcessMessenger {
    /**
     * Makes a sender.
     *
     * <p><b>Source:</b> the notes' communication between processes.
     *
     * @param out where its messages go
     * @return the sender
     */
    MessageSender sender(OutputStream out);

    /**
     * Makes a receiver.
     *
     * @param in where its messages come from
     * @return the receiver
     */
    MessageReceiver receiver(InputStream in);
}
