package racecourse.checks.engine.processes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/** A child JVM that runs a main class of the kit and talks in lines. It is killed when closed. */
public final class ChildJvm implements AutoCloseable {
    private static final int ANSWER_SECONDS = 10;
    private static final String END = "\u0004";

    private final Process process;
    private final PrintWriter commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /**
     * Starts a child.
     *
     * @param main its main class
     * @param arguments its arguments
     * @throws IOException if it cannot be started
     */
    public ChildJvm(Class<?> main, String... arguments) throws IOException {
        this(List.of(), main, arguments);
    }

    /**
     * Starts a child.
     *
     * @param flags its JVM's flags, beside or in place of those that all children have
     * @param main its main class
     * @param arguments its arguments
     * @throws IOException if it cannot be started
     */
    public ChildJvm(List<String> flags, Class<?> main, String... arguments) throws IOException {
        process = new ProcessBuilder(command(flags, main, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers of " + main.getSimpleName());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Returns the command that starts a child, for whoever has other uses for its streams.
     *
     * @param flags its JVM's flags, beside or in place of those that all children have
     * @param main its main class
     * @param arguments its arguments
     * @return the command
     */
    public static List<String> command(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The kit's class path, without directories that a starter may have put in relative to elsewhere. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .map(entry -> new File(entry).getAbsolutePath())
                        .toList());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(line);
            }
        } catch (IOException e) {
            // the child was killed
        }
        answers.add(END);
    }

    /**
     * Sends a line and waits for the one that answers it.
     *
     * @param command the line
     * @return the answer
     * @throws Powerless if there is none in time
     */
    public String ask(String command) {
        tell(command);
        return answer();
    }

    /** Sends a line. */
    public void tell(String command) {
        commands.println(command);
    }

    /** Ends the child's standard input. */
    public void noMoreCommands() {
        commands.close();
    }

    /**
     * Waits for a line.
     *
     * @return the line
     * @throws Powerless if there is none in time, or the child has ended
     */
    public String answer() {
        try {
            String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answer == null || answer.equals(END)) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a child JVM was asked", e);
        }
    }

    /**
     * Waits for a line, or for the child's end.
     *
     * @return the line; nothing when the child has ended without one
     * @throws Powerless if there is neither in time
     */
    public Optional<String> lineOrEnd() {
        try {
            String line = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            return line.equals(END) ? Optional.empty() : Optional.of(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a child JVM was listened to", e);
        }
    }

    /**
     * Returns whether a line comes within a time.
     *
     * @param millis how long to wait
     * @return whether there is one; it is still to be taken
     */
    public boolean answersWithin(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (answers.isEmpty() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return !answers.isEmpty();
    }

    /**
     * Returns whether the child ends by itself within a time.
     *
     * @param millis how long to wait
     * @return whether it has ended
     */
    public boolean endsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a child JVM was watched", e);
        }
    }

    /** Kills the child and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
