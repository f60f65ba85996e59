package racecourse.checks.echo;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/**
 * Shows what this machine can do at the moment: a server of the kit's own, and clients of it, each of which sends a
 * number now and then and gets one byte of it back.
 */
final class ControlServer implements AutoCloseable {
    private static final int LIMIT_MILLIS = 5000;

    private final ServerSocket listener;
    private final List<Closeable> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Socket> clients = new ArrayList<>();
    private int laps;

    private ControlServer(ServerSocket listener) {
        this.listener = listener;
        open.add(listener);
    }

    /** Is on neither side of a trial. */
    static final class Bystander extends Thread {
        private final Socket socket;

        Bystander(Socket socket) {
            super("control");
            setDaemon(true);
            this.socket = socket;
        }

        @Override
        public void run() {
            try (socket) {
                DataInputStream numbers = new DataInputStream(socket.getInputStream());
                while (true) {
                    socket.getOutputStream().write((int) (numbers.readLong() >>> 8));
                }
            } catch (IOException e) {
                // the control is over
            }
        }
    }

    /**
     * Starts one with clients, each of which has been answered once.
     *
     * @param clients how many
     * @throws Powerless if this machine cannot even do that
     */
    static ControlServer with(int clients) {
        try {
            ControlServer control = new ControlServer(new ServerSocket());
            try {
                control.begin(clients);
                return control;
            } catch (IOException e) {
                control.close();
                throw e;
            }
        } catch (IOException e) {
            throw powerless(e);
        }
    }

    private void begin(int number) throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        for (int i = 0; i < number; i++) {
            Socket client = new Socket();
            open.add(client);
            client.connect(listener.getLocalSocketAddress(), LIMIT_MILLIS);
            client.setSoTimeout(LIMIT_MILLIS);
            clients.add(client);
            Socket accepted = listener.accept();
            open.add(accepted);
            Thread thread = new Bystander(accepted);
            threads.add(thread);
            thread.start();
        }
        lap();
    }

    /** Lets every client ask once and waits for the answers. */
    void lap() {
        try {
            for (Socket client : clients) {
                client.getOutputStream().write(new byte[Long.BYTES]);
                if (client.getInputStream().read() != 0) {
                    throw new IOException("the control answers nonsense");
                }
            }
            laps++;
        } catch (IOException e) {
            throw powerless(e);
        }
    }

    /** Returns how often it has answered. */
    int answers() {
        return laps * clients.size();
    }

    /** Closes every connection and waits for the ends of its threads. */
    @Override
    public void close() {
        for (Closeable one : open) {
            try {
                one.close();
            } catch (IOException e) {
                // closed is closed
            }
        }
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Powerless powerless(IOException e) {
        return new Powerless(Message.of("echo.control.failed", e));
    }
}
