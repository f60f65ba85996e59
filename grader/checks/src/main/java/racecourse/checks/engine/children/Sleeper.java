package racecourse.checks.engine.children;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/**
 * A process that only sleeps, the cheapest there is: for where many are wanted, or nothing is asked of them. It cannot say
 * that it is there; who has started it tells its process id, and a shell in between writes it into a file.
 */
public final class Sleeper implements AutoCloseable {
    private static final Path SLEEP = Path.of("/bin/sleep");
    private static final Path SHELL = Path.of("/bin/sh");

    /** It ends by itself, should nobody be left to end it. */
    private static final String SLEEPS = SLEEP + " 60";

    private static final Duration UP = Duration.ofSeconds(8);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ProcessHandle process;

    private Sleeper(ProcessHandle process) {
        this.process = process;
    }

    /** Returns whether this system has the programs that it takes. */
    public static boolean isKnownHere() {
        return Files.isExecutable(SLEEP) && Files.isExecutable(SHELL);
    }

    /** Returns the command that starts one. */
    public static List<String> command() {
        return List.of(SLEEPS.split(" "));
    }

    /**
     * Returns the command that starts one which ignores a polite request to end.
     *
     * @param sign the file into which its process id is written once it does
     */
    public static List<String> stubbornCommand(Path sign) {
        return shell("trap '' TERM; echo $$ >\"$0\"; exec " + SLEEPS, sign);
    }

    private static List<String> shell(String script, Path sign) {
        return List.of(SHELL.toString(), "-c", script, sign.toString());
    }

    /**
     * Finds the one that has a process id.
     *
     * @param pid the id
     * @return the sleeper
     * @throws Powerless if there is none
     */
    public static Sleeper of(long pid) {
        return new Sleeper(
                ProcessHandle.of(pid).orElseThrow(() -> new Powerless(Message.of("engine.children.unseen"))));
    }

    /**
     * Waits for the one whose process id is written into a file.
     *
     * @param sign the file
     * @return the sleeper
     * @throws Powerless if nothing is written in time, or there is none
     * @throws IOException if the file cannot be read
     */
    public static Sleeper announcedIn(Path sign) throws IOException {
        long end = System.nanoTime() + UP.toNanos();
        String written = Files.readString(sign);
        while (!written.endsWith("\n")) {
            if (System.nanoTime() > end) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            LockSupport.parkNanos(LOOK_NANOS);
            written = Files.readString(sign);
        }
        return of(Long.parseLong(written.strip()));
    }

    /** Returns its process. */
    public ProcessHandle process() {
        return process;
    }

    /** Returns whether it runs. */
    public boolean runs() {
        return Running.is(process);
    }

    /** Returns whether it has ended, or does within a time. */
    public boolean awaitEnd(Duration limit) {
        return Patience.wait(limit, slice -> Running.awaitEnd(process, slice));
    }

    /** Kills it. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
