package lab.ipc;

import java.io.Closeable;
import java.io.IOException;

abstract class CloseOnce<S extends Closeable> implements Closeable {
    final S stream;
    private boolean closed;

    CloseOnce(S stream) {
        if (stream == null) {
            throw new NullPointerException("stream");
        }
        this.stream = stream;
    }

    @Override
    public final void close() throws IOException {
        synchronized (closeLock) {
            if (closed) {
                return;
            }
            closed = true;
        }
        stream.close();
    }

    private final Object closeLock = new Object();
}
