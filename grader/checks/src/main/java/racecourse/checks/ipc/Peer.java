package racecourse.checks.ipc;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Place;

/**
 * Another JVM with the submission in it, whose default charset is not UTF-8. It sends back every message that it
 * receives on its standard input, until the end.
 */
final class Peer implements AutoCloseable {
    private static final long END_SECONDS = 5;

    private final Process process;
    private final Thread reader;
    private volatile @Nullable String problem;

    Peer(Subject subject) throws IOException {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        process = new ProcessBuilder(ChildJvm.command(List.of("-Dfile.encoding=US-ASCII"), Main.class, classPath))
                .start();
        reader = new Thread(this::read, "problems of the other process");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Main.PROBLEM)) {
                    problem = line.substring(Main.PROBLEM.length());
                }
            }
        } catch (IOException e) {
            // the process was killed
        }
    }

    OutputStream toIt() {
        return process.getOutputStream();
    }

    InputStream fromIt() {
        return process.getInputStream();
    }

    /** Returns what the submission threw there, if it did and the process has ended of it. */
    Optional<String> problem() {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The other JVM. */
    static final class Main {
        private static final String PROBLEM = "problem: ";

        private Main() {}

        public static void main(String[] arguments) {
            PrintStream problems =
                    new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            Printed.capture();
            List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                    .map(Path::of)
                    .toList();
            int code = 0;
            try {
                sendBack(new FramedMessengers(new Subject(classPath, 0)).one());
            } catch (Throwable thrown) {
                problems.println(PROBLEM + thrown + at(thrown));
                code = 1;
            }
            // a thread of the submission's shall not keep this JVM
            Runtime.getRuntime().halt(code);
        }

        private static void sendBack(Messenger messenger) throws Throwable {
            Messenger.Reading receiver = messenger.receiver(System.in);
            Messenger.Writing sender = messenger.sender(new FileOutputStream(FileDescriptor.out));
            for (Optional<String> message = receiver.receive(); message.isPresent(); message = receiver.receive()) {
                sender.send(message.get());
            }
            sender.close();
            receiver.close();
        }

        private static String at(Throwable thrown) {
            for (Place place : Threads.innermost(List.of(thrown.getStackTrace()), null)) {
                return " at " + place.file() + ":" + place.line();
            }
            return "";
        }
    }
}
