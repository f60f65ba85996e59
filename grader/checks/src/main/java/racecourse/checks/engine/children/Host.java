package racecourse.checks.engine.children;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Wire;

/**
 * A JVM of its own that hosts a submission, started, told what to do and outlived by this one. Its output, and that of
 * whoever inherits it, is read here.
 */
public final class Host implements AutoCloseable {
    /** Asked at any time, also when the main program has returned. */
    static final String WHO_STAYS = "who stays?";

    private static final Duration UP = Duration.ofSeconds(10);
    private static final int KEPT = 64 << 10;

    /** Variables that make a JVM say something of its own. */
    private static final List<String> TALKATIVE = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final Child self;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private Host(Process process, Child self) {
        this.process = process;
        this.self = self;
    }

    /**
     * Starts a JVM.
     *
     * @param nursery where it connects to
     * @param script what it does
     * @param subject the submission
     * @return the JVM, not yet up
     * @throws IOException if it cannot be started
     */
    public static Host start(Nursery nursery, Class<? extends HostScript> script, Subject subject) throws IOException {
        Child self = nursery.plan(script, subject);
        ProcessBuilder builder = new ProcessBuilder(self.command());
        TALKATIVE.forEach(builder.environment()::remove);
        Host host = new Host(builder.start(), self);
        host.keep(host.process.getInputStream());
        host.keep(host.process.getErrorStream());
        return host;
    }

    /**
     * Waits until it is up.
     *
     * @return this
     * @throws Powerless if it does not come up in time
     */
    public Host awaitUp() {
        if (!self.awaitUp(UP)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        return this;
    }

    /** Reads a stream to its end, on a thread of its own, and keeps the beginning. */
    private void keep(InputStream in) {
        Thread reader = new Thread(
                () -> {
                    byte[] bytes = new byte[8 << 10];
                    try (in) {
                        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                            keep(bytes, n);
                        }
                    } catch (IOException e) {
                        // it was closed
                    }
                },
                "output of a host");
        reader.setDaemon(true);
        reader.start();
    }

    private void keep(byte[] bytes, int length) {
        synchronized (output) {
            output.write(bytes, 0, Math.min(length, Math.max(0, KEPT - output.size())));
        }
    }

    /** Returns the beginning of what was written to its standard output and error so far. */
    public String output() {
        synchronized (output) {
            return output.toString(StandardCharsets.UTF_8);
        }
    }

    /**
     * Gives an order and waits for the answer.
     *
     * @param order the order
     * @return the answer
     * @throws Violation if the submission threw
     * @throws Powerless if there is no answer in time
     */
    public String ask(String order) {
        return checked(self.ask(order));
    }

    /** Waits for the answer to an order that was told; otherwise as {@link #ask}. */
    public String answer() {
        return checked(self.answer());
    }

    private static String checked(String answer) {
        if (!answer.startsWith(Wire.MARK)) {
            return answer;
        }
        Frame frame = Wire.parse(answer, "host", 0, Frame.class);
        if (frame instanceof Frame.Finished finished && finished.outcome() instanceof Outcome.Violated violated) {
            throw new Violation(violated.evidence().get(0));
        }
        throw new IllegalStateException("a host said " + answer);
    }

    /**
     * Says in a host what the submission threw, for {@link #ask} to throw it again.
     *
     * @param expected what the contract demands
     * @param thrown what was thrown
     * @return the answer
     */
    public static String threw(Message expected, Throwable thrown) {
        Outcome outcome =
                new Outcome.Violated(List.of(Scene.threw(expected, thrown).evidence()));
        return Wire.line("host", 0, new Frame.Finished("host", outcome, 0));
    }

    /** Gives an order that has no answer. */
    public void tell(String order) {
        self.tell(order);
    }

    /** Returns the submission's threads that keep it alive and wait; no text if there are none. */
    public String whoStays() {
        return self.ask(WHO_STAYS);
    }

    /** Asks it politely to end. */
    public void terminate() {
        process.destroy();
    }

    /** Kills it. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Tells it a command, for {@link HostScript.Orders#nextCommand}. */
    public void tell(List<String> command) {
        self.tell(Integer.toString(command.size()));
        command.forEach(self::tell);
    }

    /**
     * Waits for its end.
     *
     * @param limit how long at most
     * @return whether it has ended
     */
    public boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watching a host", e);
        }
    }

    /** Returns its exit status, once it has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    /** Kills it. */
    @Override
    public void close() {
        self.end();
        process.destroyForcibly();
        awaitEnd(UP);
    }
}
