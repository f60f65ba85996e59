package racecourse.checks.engine.processes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Wire;

/**
 * Runs a detection in a JVM of its own, whose children, output and properties are nobody else's. The property
 * {@code java.class.path} names the contract's and the submission's classes there.
 */
public final class Hosted {
    private static final int LIMIT_SECONDS = 18;
    private static final int KEPT = 2000;
    private static final int SHOWN = 80;
    private static final int KILLED_BY_SIGNAL = 128;

    private final Class<? extends Detection> detection;

    private Hosted(Class<? extends Detection> detection) {
        this.detection = detection;
    }

    /**
     * Returns a detection that runs another one in a JVM of its own.
     *
     * @param detection its class, with a constructor without parameters
     * @return the detection
     */
    public static Detection of(Class<? extends Detection> detection) {
        return subject -> new Hosted(detection).run(subject).outcome();
    }

    /**
     * Returns a detection that runs another one in a JVM of its own, and is violated by anything that was written to that
     * JVM's standard output or error, by itself or by whoever has inherited them.
     *
     * @param detection its class, with a constructor without parameters
     * @return the detection
     */
    public static Detection quiet(Class<? extends Detection> detection) {
        return subject -> {
            Ended ended = new Hosted(detection).run(subject);
            String noise = ended.noise().strip();
            if (noise.isEmpty()) {
                return ended.outcome();
            }
            String shown = noise.length() > SHOWN ? noise.substring(0, SHOWN) + "…" : noise;
            throw new Violation(
                    Evidence.of(Message.of("engine.quiet.expected"), Message.of("engine.quiet.printed", shown))
                            .hinting(Message.of("engine.quiet.try")));
        };
    }

    /** What came of a host: the detection's word, and whatever else was written. */
    private record Ended(Outcome outcome, String noise) {}

    private Ended run(Subject subject) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        Process host = start(key, subject);
        Thread guard = new Thread(() -> endInTime(host), "limit of a host");
        guard.setDaemon(true);
        guard.start();
        @Nullable Outcome outcome = null;
        StringBuilder noise = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Frame frame = Wire.parse(line, key, 0, Frame.class);
                if (frame instanceof Frame.Finished finished) {
                    outcome = finished.outcome();
                    // whoever has inherited the stream may keep it open for ever
                    break;
                }
                if (noise.length() < KEPT) {
                    noise.append(line).append('\n');
                }
            }
        } finally {
            end(host);
            guard.interrupt();
        }
        return new Ended(outcome == null ? ended(host) : outcome, noise.toString());
    }

    private Process start(String key, Subject subject) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dfile.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Host.class.getName(),
                key,
                detection.getName(),
                Long.toString(subject.seed()),
                subject.classPath().stream()
                        .map(path -> path.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        boolean windows = File.separatorChar == '\\';
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File(windows ? "NUL" : "/dev/null")))
                .redirectErrorStream(true);
        // each makes a JVM announce it
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        return builder.start();
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void endInTime(Process host) {
        try {
            if (!host.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                end(host);
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }

    /** Kills the host and all that it has started. */
    private static void end(Process host) {
        List<ProcessHandle> all = new ArrayList<>(host.descendants().toList());
        host.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Outcome ended(Process host) {
        try {
            if (!host.waitFor(1, TimeUnit.SECONDS)) {
                return new Outcome.Powerless(Message.of("engine.child.silent"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Powerless(Message.of("engine.child.silent"));
        }
        int code = host.exitValue();
        if (code > KILLED_BY_SIGNAL) {
            return new Outcome.Powerless(Message.of("engine.child.silent"));
        }
        throw new Violation(Evidence.of(Message.of("engine.exit.expected"), Message.of("engine.exit.ended", code))
                .hinting(Message.of("engine.exit.try")));
    }
}
