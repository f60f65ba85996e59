package racecourse.runner;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Request;
import racecourse.checks.protocol.Wire;

/**
 * One worker JVM. Requests go in by its standard input, frames come out by its standard output; whatever else comes out
 * is dropped. One thread uses it at a time.
 */
final class WorkerProcess implements AutoCloseable {
    private static final String MAIN = "racecourse.checks.worker.Worker";
    private static final Duration DEATH = Duration.ofSeconds(5);

    private final WorkerGroup group;
    private final String key;
    private final Path directory;
    private final Process process;
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private long sent;

    /** What came from the worker: a frame, or the end of its output. */
    sealed interface Said {
        record Told(Frame frame) implements Said {}

        /** A line that has the key and is not the next one: somebody else than the worker knows how to write them. */
        record Disordered() implements Said {}

        record Ended() implements Said {}
    }

    private WorkerProcess(WorkerGroup group, String key, Path directory, Process process) {
        this.group = group;
        this.key = key;
        this.directory = directory;
        this.process = process;
    }

    /** Starts a worker of a group. */
    static WorkerProcess start(WorkerGroup group) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(group.flags());
        command.addAll(ClassArchive.flags());
        command.addAll(List.of("-cp", KitClassPath.forWorkers(), MAIN));
        return start(group, command);
    }

    /** Starts any program that speaks the protocol; the key is the first line that it is given to read. */
    static WorkerProcess start(WorkerGroup group, List<String> command) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        Path directory = Files.createTempDirectory("racecourse-worker");
        List<String> whole = new ArrayList<>(command);
        whole.add(1, "-Djava.io.tmpdir=" + directory);
        Process process = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        WorkerProcess worker = new WorkerProcess(group, key, directory, process);
        // not as an argument, which every program of this user can read
        worker.write(key);
        Thread reader = new Thread(worker::read, "frames of a " + group + " worker");
        reader.setDaemon(true);
        reader.start();
        return worker;
    }

    WorkerGroup group() {
        return group;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a request; a worker that has ended already shows by its output having ended. */
    void send(Request request) {
        write(Wire.line(key, sent++, request));
    }

    private void write(String line) {
        try {
            OutputStream requests = process.getOutputStream();
            requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException e) {
            said.add(new Said.Ended());
        }
    }

    /** Waits for what it says next, for a time at most. */
    Optional<Said> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(said.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Waits for its end, once its output has ended, and returns its exit code. */
    int exitCode() throws InterruptedException {
        return process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            long received = 0;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    // a line without end is none of ours
                    if (line.size() < Wire.MAX_LINE) {
                        line.write(b);
                    }
                    continue;
                }
                String text = line.toString(StandardCharsets.UTF_8);
                Frame frame = Wire.parse(text, key, received, Frame.class);
                if (frame != null) {
                    received++;
                    said.add(new Said.Told(frame));
                } else if (Wire.isKeyed(text, key)) {
                    said.add(new Said.Disordered());
                }
                line.reset();
            }
        } catch (IOException e) {
            // it was killed
        }
        said.add(new Said.Ended());
    }

    /** Kills it and all that it has started, and removes what it has written. */
    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // in the temporary directory it does no harm
        }
    }
}
