package racecourse.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Request;
import racecourse.checks.protocol.Wire;

/** A worker that does what its script says, one word after another, whatever it is asked for. */
final class FakeWorker {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private final String key;
    private long sent;
    private long received;
    private Iterator<String> detectors = List.<String>of().iterator();
    private String detector = "";

    private FakeWorker(String key) {
        this.key = key;
    }

    /** Starts one in a JVM of its own. */
    static WorkerProcess start(String script) throws IOException {
        return start(WorkerGroup.BEHAVIOUR, script);
    }

    static WorkerProcess start(WorkerGroup group, String script) throws IOException {
        return WorkerProcess.start(
                group,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeWorker.class.getName(),
                        script));
    }

    /** Plays the script; its words are separated by commas. */
    public static void main(String[] arguments) throws Exception {
        FakeWorker worker = new FakeWorker(IN.readLine());
        for (String word : arguments[0].split(",", -1)) {
            worker.play(word);
        }
    }

    private void play(String word) throws Exception {
        switch (word) {
            case "ready" -> send(new Frame.Ready("", "17", 2));
            case "request" -> request();
            case "start" -> start();
            case "clean" -> send(new Frame.Finished(detector, new Outcome.Clean(), 1));
            case "other-clean" -> send(new Frame.Finished("x/other", new Outcome.Clean(), 1));
            case "exiting" ->
                send(new Frame.Exiting("main\n    at java.base/java.lang.Runtime.exit(Runtime.java:113)\n"
                        + "    at lab.counter.MutexCounter.decrement(MutexCounter.java:17)"));
            case "done" -> send(new Frame.Done(true));
            case "used-up" -> send(new Frame.Done(false));
            case "exit" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(3);
            case "killed" -> Runtime.getRuntime().halt(128 + 9);
            case "silent" -> new CountDownLatch(1).await();
            case "garbage" ->
                OUT.print("half a line without end #racecourse\n\0\u0007#racecourse \n\n" + Wire.MARK + " x");
            case "forged" ->
                OUT.println(Wire.line("no key", sent, new Frame.Finished(detector, new Outcome.Clean(), 1)));
            case "replayed" ->
                OUT.println(Wire.line(key, sent - 1, new Frame.Finished(detector, new Outcome.Clean(), 1)));
            case "skipped" ->
                OUT.println(Wire.line(key, sent + 1, new Frame.Finished(detector, new Outcome.Clean(), 1)));
            case "flood" -> flood();
            default -> throw new IllegalArgumentException(word);
        }
    }

    private void send(Frame frame) {
        OUT.println("\n" + Wire.line(key, sent++, frame));
    }

    private void request() throws IOException {
        String line = IN.readLine();
        @Nullable Request request = line == null ? null : Wire.parse(line, key, received++, Request.class);
        if (request == null) {
            throw new IOException("that is no request: " + line);
        }
        detectors = request.detectors().iterator();
    }

    private void start() {
        detector = detectors.next();
        send(new Frame.Started(detector));
    }

    /** Much more than a reader should keep: one line of 64 MB, then a million short ones. */
    private static void flood() {
        String piece = "x".repeat(1 << 16);
        for (int i = 0; i < 1 << 10; i++) {
            OUT.print(piece);
        }
        String lines = "y\n".repeat(1 << 10);
        for (int i = 0; i < 1 << 10; i++) {
            OUT.print(lines);
        }
    }
}
