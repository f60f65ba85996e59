package lab.echo;

/** Does not compile: a semicolon is missing. */
public final class ThreadedEchoServer {
    private int port

    public int port() {
        return port;
    }
}
