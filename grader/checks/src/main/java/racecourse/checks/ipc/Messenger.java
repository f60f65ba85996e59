package racecourse.checks.ipc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Makes both ends of a conversation: the submission's, or planted ones. */
interface Messenger {
    /** Makes the end that writes. */
    Writing sender(OutputStream out) throws Throwable;

    /** Makes the end that reads. */
    Reading receiver(InputStream in) throws Throwable;

    /** The end that writes messages. */
    interface Writing {
        void send(String message) throws IOException;

        void close() throws IOException;
    }

    /** The end that reads messages. */
    interface Reading {
        Optional<String> receive() throws IOException;

        void close() throws IOException;
    }
}
