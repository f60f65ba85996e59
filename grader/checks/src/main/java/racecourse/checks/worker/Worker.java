package racecourse.checks.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.explore.Explorer;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Request;
import racecourse.checks.protocol.Wire;

/** The worker's main program. */
public final class Worker {
    private final String key;
    private final OutputStream frames = new FileOutputStream(FileDescriptor.out);
    private final AtomicBoolean busy = new AtomicBoolean();
    private long sent;

    private Worker(String key) {
        this.key = key;
    }

    /**
     * Serves requests until its standard input ends, whose first line is the run's key.
     *
     * @param arguments none
     * @throws IOException if its standard input cannot be read
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the JVM ends in it
    public static void main(String[] arguments) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String key = requests.readLine();
        if (arguments.length != 0 || key == null) {
            System.err.println("This program is started by the grader; start grader/racecourse instead.");
            System.exit(2);
            return;
        }
        System.setIn(InputStream.nullInputStream());
        Printed.capture();
        // whoever asked may be killed while a submission runs in circles here; nobody else would end this JVM then
        ProcessHandle.current().parent().ifPresent(grader -> grader.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(1)));
        new Worker(key).serve(requests);
        // a submission's threads and hooks shall not keep this JVM
        Runtime.getRuntime().halt(0);
    }

    /**
     * Works off one request in this very JVM, for a debugger. Nothing is isolated and nothing is captured.
     *
     * @param request the request
     * @param frames told what happens, on the calling thread
     */
    public static void run(Request request, Consumer<Frame> frames) {
        new Session(request, frames).run();
    }

    private void serve(BufferedReader requests) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::tellOfExit, "tell-of-exit"));
        String version = Optional.ofNullable(Worker.class.getPackage().getImplementationVersion())
                .orElse("");
        send(new Frame.Ready(
                version,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors()));
        if (Boolean.getBoolean("racecourse.explorer")) {
            Explorer.warmUp();
        }
        long received = 0;
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Request request = Wire.parse(line, key, received, Request.class);
            if (request == null) {
                continue;
            }
            received++;
            busy.set(true);
            new Session(request, this::send).run();
            busy.set(false);
        }
    }

    private synchronized void send(Frame frame) {
        // the line end in front: the submission may have written half a line to the same stream
        String line = "\n" + Wire.line(key, sent++, frame) + "\n";
        try {
            frames.write(line.getBytes(StandardCharsets.UTF_8));
            frames.flush();
        } catch (IOException e) {
            // nobody reads any more
            Runtime.getRuntime().halt(1);
        }
    }

    private void tellOfExit() {
        if (busy.get()) {
            send(new Frame.Exiting(Thread.getAllStackTraces().entrySet().stream()
                    .filter(Worker::asksForExit)
                    .map(entry -> entry.getKey().getName() + "\n    at "
                            + java.util.Arrays.stream(entry.getValue())
                                    .map(StackTraceElement::toString)
                                    .collect(Collectors.joining("\n    at ")))
                    .collect(Collectors.joining("\n"))));
        }
    }

    private static boolean asksForExit(Map.Entry<Thread, StackTraceElement[]> entry) {
        for (StackTraceElement frame : entry.getValue()) {
            if (frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }
}
