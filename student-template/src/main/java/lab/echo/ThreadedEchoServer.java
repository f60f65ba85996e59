package lab.echo;

import java.io.IOException;
import racecourse.contract.echo.EchoServer;

/** Lab 12. The contract is in the Javadoc of {@link EchoServer}. */
public class ThreadedEchoServer implements EchoServer {
    public ThreadedEchoServer(int port, String suffix) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public void start() throws IOException {
        // TODO listen, and let a thread of yours accept connections; return once they are accepted
        throw new UnsupportedOperationException("start() is still to be written");
    }

    @Override
    public int port() {
        // TODO tell the port that you listen on
        throw new UnsupportedOperationException("port() is still to be written");
    }

    @Override
    public void close() throws IOException {
        // TODO stop accepting, close every connection, end your threads and wait for their ends
        throw new UnsupportedOperationException("close() is still to be written");
    }
}
