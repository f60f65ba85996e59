package racecourse.checks.echo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.echo.EchoServer;

/** A server of the submission that has been started, and the clients of a check. Nothing of either is left after it. */
final class Hosted implements AutoCloseable {
    /** The only address that a server listens on. */
    static final InetAddress LOCAL = address(127, 0, 0, 1);

    private static final Duration CLOSING = Duration.ofMillis(100);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final int HIGHEST_PORT = 65_535;

    private final EchoServers servers;
    private final EchoServer server;
    private final String suffix;
    private final int port;
    private final List<Client> clients = new ArrayList<>();
    private boolean closed;

    private Hosted(EchoServers servers, EchoServer server, String suffix, int port) {
        this.servers = servers;
        this.server = server;
        this.suffix = suffix;
        this.port = port;
    }

    /** Starts a server on a free port. */
    static Hosted start(EchoServers servers, String suffix) {
        EchoServer server =
                (EchoServer) EchoServers.value("new ThreadedEchoServer(0, suffix)", () -> servers.make(0, suffix));
        return start(servers, Objects.requireNonNull(server), suffix);
    }

    private static Hosted start(EchoServers servers, EchoServer server, String suffix) {
        EchoServers.value("start()", Call.of(server::start));
        return started(servers, server, suffix);
    }

    /** Takes a server that has been started. */
    static Hosted started(EchoServers servers, EchoServer server, String suffix) {
        Object port = EchoServers.value("port()", server::port);
        if (!(port instanceof Integer number) || number < 1 || number > HIGHEST_PORT) {
            throw new Violation(Evidence.of(
                    Message.of("echo.port.expected"), Message.of("echo.port.observed", String.valueOf(port))));
        }
        return new Hosted(servers, server, suffix, number);
    }

    EchoServer server() {
        return server;
    }

    int port() {
        return port;
    }

    /** Returns the answer to a line. */
    byte[] answer(String line) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(suffix.getBytes(StandardCharsets.UTF_8));
        answer.write('\n');
        return answer.toByteArray();
    }

    /**
     * Connects a client.
     *
     * @return its conversation
     * @throws Violation if the connection is refused
     * @throws Powerless if there is none for another reason
     */
    Conversation connect() {
        return new Conversation(this, client());
    }

    Client client() {
        try {
            Client client = Client.connect(LOCAL, port);
            clients.add(client);
            return client;
        } catch (ConnectException e) {
            if (String.valueOf(e.getMessage()).contains("refused")) {
                throw new Violation(
                        Evidence.of(Message.of("echo.connect.expected"), Message.of("echo.connect.refused", port)));
            }
            throw new Powerless(Message.of("echo.connect.failed", e));
        } catch (IOException e) {
            throw new Powerless(Message.of("echo.connect.failed", e));
        }
    }

    /** Connects a client that has been answered once, so that the server knows it. */
    Conversation known(String line) {
        return connect().line(line).answers();
    }

    /** Waits until the server has taken in what was sent to it, as far as that can be seen; not for long. */
    void rest() {
        Watch.rest(REST_NANOS);
    }

    /** The same for less long, where many waits add up. */
    void restBriefly() {
        Watch.rest(REST_NANOS / 4);
    }

    boolean isPrompt() {
        return servers.isPrompt();
    }

    boolean isTardy() {
        return servers.isTardy();
    }

    void answered(boolean atOnce) {
        servers.answered(atOnce);
    }

    /**
     * Closes the server when its clients have gone.
     *
     * @return this
     * @throws Powerless if that takes too long, which is another check's affair
     */
    Hosted closedAnyhow() {
        clients.forEach(Client::close);
        return closedWithClients();
    }

    /** The same while its clients are there. */
    Hosted closedWithClients() {
        closed = true;
        Actor closing = new Scene().start("close()", Call.of(server::close));
        if (!closing.awaitEnd(Closing.LIMIT)) {
            servers.closedLate();
            throw new Powerless(Message.of("echo.close.not-in-time"));
        }
        return this;
    }

    /** Says that the server is being closed already. */
    void isBeingClosed() {
        closed = true;
    }

    /** Ends the clients, so that no mistake of the server's keeps its threads, then closes the server. */
    @Override
    public void close() {
        clients.forEach(Client::close);
        if (closed) {
            return;
        }
        Actor closing = new Scene().start("close()", Call.of(server::close));
        if (!servers.closesLate() && !closing.awaitEnd(CLOSING)) {
            // whether it ends at all is another check's affair
            servers.closedLate();
        }
    }

    private static InetAddress address(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
