package racecourse.checks.echo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.echo.EchoServer;

/** Ports, and what is refused with which exception. */
final class Refusals {
    private static final int TRIALS = 3;

    private Refusals() {}

    /** Ports that do not exist are refused by the constructor. */
    static void noSuchPort(EchoServers servers) {
        for (int port : List.of(-1, 65_536, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            refused(
                    IllegalArgumentException.class,
                    "new ThreadedEchoServer(" + port + ", suffix)",
                    () -> servers.make(port, "!"));
        }
    }

    /** The ports at both ends do exist. */
    static void lowestAndHighest(EchoServers servers) {
        for (int port : List.of(0, 1, 65_535)) {
            EchoServers.value("new ThreadedEchoServer(" + port + ", suffix)", () -> servers.make(port, ""));
        }
    }

    /** A port that somebody else listens on cannot be had, and is not replaced by another one. */
    static void busyPort(EchoServers servers) {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(Hosted.LOCAL, 0));
            EchoServer server = made(servers, other.getLocalPort());
            refused(IOException.class, "start() on a busy port", Call.of(server::start));
            EchoServers.call("close()", Call.of(server::close));
        } catch (IOException e) {
            throw new Powerless(Message.of("echo.control.failed", e));
        }
    }

    /** The port that is asked for is the port that is listened on. */
    static void givenPort(EchoServers servers) {
        for (int trial = 1; ; trial++) {
            int port = freePort();
            EchoServer server = made(servers, port);
            Actor starting = EchoServers.call("start()", Call.of(server::start));
            Throwable thrown = starting.thrown();
            if (thrown instanceof IOException && trial < TRIALS) {
                // somebody else may have taken it in between
                continue;
            }
            if (thrown != null) {
                throw Scene.threw(Message.of("echo.port.given", port), thrown);
            }
            try (Hosted hosted = Hosted.started(servers, server, "!")) {
                if (hosted.port() != port) {
                    throw new Violation(Evidence.of(
                            Message.of("echo.port.given", port), Message.of("echo.port.observed", hosted.port())));
                }
                hosted.known("hello");
            }
            return;
        }
    }

    /** A server is started once, and never after it was closed; close may be called at any time. */
    static void startedOnce(EchoServers servers) {
        try (Hosted server = Hosted.start(servers, "!")) {
            Conversation before = server.known("before");
            refused(IllegalStateException.class, "start() of a started server", Call.of(server.server()::start));
            before.line("still here").answers();
            server.known("after");
        }
    }

    /** {@code start} after {@code close}. */
    static void neverAfterClose(EchoServers servers) {
        EchoServer server = Hosted.start(servers, "!").closedAnyhow().server();
        refused(IllegalStateException.class, "start() after close()", Call.of(server::start));
        EchoServer other = made(servers, 0);
        EchoServers.value("close() before start()", Call.of(other::close));
        refused(IllegalStateException.class, "start() after close() without start()", Call.of(other::start));
        EchoServers.value("close() again", Call.of(other::close));
    }

    /** {@code close} twice. */
    static void closedTwice(EchoServers servers) {
        Hosted server = Hosted.start(servers, "!");
        server.known("hello");
        EchoServer closed = server.closedAnyhow().server();
        EchoServers.value("close() again", Call.of(closed::close));
        EchoServers.value("close() once more", Call.of(closed::close));
    }

    /** When a server has been closed another one can have its port, also after clients were connected. */
    static void onTheSamePort(EchoServers servers) {
        for (int trial = 1; ; trial++) {
            Hosted first = Hosted.start(servers, "!");
            first.known("hello").halfClose().ends(Message.of("echo.end.expected"));
            int port = first.closedAnyhow().port();
            EchoServer server = made(servers, port);
            Throwable thrown =
                    EchoServers.call("start()", Call.of(server::start)).thrown();
            if (thrown == null) {
                try (Hosted second = Hosted.started(servers, server, "!")) {
                    second.known("hello again");
                }
                return;
            }
            if (!(thrown instanceof IOException) || trial == TRIALS) {
                throw Scene.threw(Message.of("echo.port.again", port), thrown);
            }
        }
    }

    private static EchoServer made(EchoServers servers, int port) {
        return (EchoServer) Objects.requireNonNull(
                EchoServers.value("new ThreadedEchoServer(" + port + ", suffix)", () -> servers.make(port, "!")));
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(Hosted.LOCAL, 0));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new Powerless(Message.of("echo.control.failed", e));
        }
    }

    private static void refused(Class<? extends Throwable> type, String text, Call call) {
        Message expected = Message.of("echo.refused.expected", text, type.getSimpleName());
        Actor actor = EchoServers.call(text, call);
        @Nullable Throwable thrown = actor.thrown();
        if (thrown == null) {
            throw new Violation(Evidence.of(expected, Message.of("echo.refused.accepted", text))
                    .hinting(Message.of("echo.refused.try")));
        }
        if (!type.isInstance(thrown)) {
            throw Scene.threw(expected, thrown);
        }
    }
}
