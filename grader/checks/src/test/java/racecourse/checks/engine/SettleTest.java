package racecourse.checks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who only has lost its processor for a while, or is on its way, does not rest. */
@Timeout(20)
class SettleTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int WHILE_MILLIS = 20;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "later");
        thread.setDaemon(true);
        return thread;
    });

    /** Threads inside the system look the same whether they wait there or have lost their processor on the way. */
    @Test
    void beingInsideTheSystemForAWhileIsNoRest() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Scene scene = new Scene()) {
            Actor actor = scene.start("A", () -> {
                server.accept().close();
                scene.gate().pass();
                return null;
            });
            Future<?> knock = later.schedule(() -> connect(server), WHILE_MILLIS, TimeUnit.MILLISECONDS);
            assertEquals(Actor.Rest.HELD, actor.settleBriefly(scene.gate(), LIMIT));
            knock.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            later.shutdownNow();
        }
    }

    private static void connect(ServerSocket server) {
        try {
            new Socket(server.getInetAddress(), server.getLocalPort()).close();
        } catch (IOException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    /** A gate that is busy lets nobody in for a while. */
    @Test
    void comingToTheGateIsNoRest() throws InterruptedException {
        try (Scene scene = new Scene()) {
            Actor actor;
            synchronized (scene.gate()) {
                actor = scene.start("A", () -> {
                    scene.gate().pass();
                    return null;
                });
                while (actor.thread().getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                assertTrue(scene.gate().isPassing(actor.thread()));
                assertEquals(Actor.Rest.RESTLESS, actor.settleBriefly(scene.gate(), Duration.ofMillis(WHILE_MILLIS)));
            }
            assertEquals(Actor.Rest.HELD, actor.settleBriefly(scene.gate(), LIMIT));
        }
    }

    /** Who waits for a monitor does rest. */
    @Test
    void waitingForALockIsRest() {
        Object lock = new Object();
        try (Scene scene = new Scene()) {
            synchronized (lock) {
                Actor actor = scene.start("A", () -> {
                    synchronized (lock) {
                        return null;
                    }
                });
                assertEquals(Actor.Rest.WAITING, actor.settleBriefly(scene.gate(), LIMIT));
            }
        }
    }
}
