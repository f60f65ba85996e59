package racecourse.checks.engine.children;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main program of a {@link Child}: says hello, then obeys, and ends as soon as nobody is there to obey. It keeps to
 * plain code and few classes, because many of it are started.
 */
final class ChildMain {
    /** Exit status of a child whose kit has gone. */
    static final int LEFT_ALONE = 99;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int CHUNK = 64 << 10;
    private static final int LINE = 64;

    private ChildMain() {}

    /**
     * Runs the child.
     *
     * @param arguments the port where the kit listens, this child's token, and its kind
     */
    public static void main(String[] arguments) {
        try {
            if (arguments[2].equals(Child.Kind.STUBBORN.name())) {
                Runtime.getRuntime().addShutdownHook(new Stubbornness());
            }
            Socket kit = new Socket(InetAddress.getByAddress(LOOPBACK), Integer.parseInt(arguments[0]));
            kit.setTcpNoDelay(true);
            OutputStream answers = kit.getOutputStream();
            say(answers, arguments[1] + " " + ProcessHandle.current().pid());
            if (obey(kit.getInputStream(), answers)) {
                return;
            }
        } catch (IOException e) {
            // the kit has gone
        }
        Runtime.getRuntime().halt(LEFT_ALONE);
    }

    /** Lets nothing but a kill end this JVM. */
    private static final class Stubbornness extends Thread {
        @Override
        public void run() {
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    // not by this either
                }
            }
        }
    }

    /** Returns true when the main program shall return. */
    private static boolean obey(InputStream commands, OutputStream answers) throws IOException {
        Flood flood = null;
        for (String command = line(commands); command != null; command = line(commands)) {
            int space = command.indexOf(' ');
            String word = space < 0 ? command : command.substring(0, space);
            String rest = space < 0 ? "" : command.substring(space + 1);
            switch (word) {
                case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(rest));
                case "System.exit" -> System.exit(Integer.parseInt(rest));
                case "return" -> {
                    return true;
                }
                case "throw" -> throw new IllegalStateException(rest);
                case "ping" -> say(answers, "pong");
                case "print" -> {
                    byte[] text = (rest + "\n").getBytes(StandardCharsets.UTF_8);
                    write(FileDescriptor.out, text);
                    write(FileDescriptor.err, text);
                    say(answers, "printed");
                }
                case "spawn" -> {
                    spawn(commands, Integer.parseInt(rest));
                    say(answers, "spawned");
                }
                case "flood" -> {
                    flood = new Flood(Long.parseLong(rest));
                    flood.start();
                }
                case "progress" -> say(answers, flood == null ? "0" : flood.progress());
                default -> say(answers, "what?");
            }
        }
        return false;
    }

    private static void write(FileDescriptor where, byte[] text) {
        try {
            new FileOutputStream(where).write(text);
        } catch (IOException e) {
            // nobody wants to read it
        }
    }

    /** Starts a child of its own; its output goes nowhere. */
    private static void spawn(InputStream commands, int words) throws IOException {
        List<String> command = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            String word = line(commands);
            if (word != null) {
                command.add(word);
            }
        }
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Writes to standard error and output by turns, then ends the JVM with status 0. */
    private static final class Flood extends Thread {
        private final long bytes;
        private volatile long written;
        private volatile @Nullable String problem;

        Flood(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void run() {
            byte[] chunk = new byte[CHUNK];
            java.util.Arrays.fill(chunk, (byte) '.');
            for (int i = LINE - 1; i < CHUNK; i += LINE) {
                chunk[i] = '\n';
            }
            FileOutputStream out = new FileOutputStream(FileDescriptor.out);
            FileOutputStream err = new FileOutputStream(FileDescriptor.err);
            try {
                // two of each by turns: one alone would fit into a pipe
                for (long total = 0; total < bytes; total += CHUNK) {
                    FileOutputStream where = total / CHUNK % 4 < 2 ? err : out;
                    where.write(chunk);
                    written = total + CHUNK;
                }
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
                return;
            }
            Runtime.getRuntime().halt(0);
        }

        /** How many bytes have been written, and what went wrong. */
        String progress() {
            String wrong = problem;
            return wrong == null ? Long.toString(written) : written + " " + wrong;
        }
    }

    private static synchronized void say(OutputStream answers, String line) throws IOException {
        answers.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }

    /** Reads a line, or returns {@code null} at the end. */
    private static @Nullable String line(InputStream in) throws IOException {
        byte[] bytes = new byte[256];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (length == bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = (byte) b;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
