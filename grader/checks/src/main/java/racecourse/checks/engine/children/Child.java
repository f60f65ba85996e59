package racecourse.checks.engine.children;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Powerless;
import racecourse.checks.protocol.Message;

/**
 * A process of the kit that somebody else starts, by the command that it is given. Once up it does what it is told, and
 * its end shows, whoever its parent is and whether or not anybody waits for it. Used by one thread.
 */
public final class Child {
    /** Much longer than a process takes that has nothing more to do. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private final Nursery nursery;
    private final String token;
    private final List<String> command;
    private @Nullable Line line;
    private @Nullable ProcessHandle handle;
    private @Nullable CompletableFuture<ProcessHandle> exit;

    /** How a child takes a polite request to end. */
    public enum Kind {
        /** It ends. */
        DOCILE,
        /** It ignores it. */
        STUBBORN
    }

    Child(Nursery nursery, String token, List<String> command) {
        this.nursery = nursery;
        this.token = token;
        this.command = List.copyOf(command);
    }

    /** Returns the command that starts it. */
    public List<String> command() {
        return command;
    }

    String token() {
        return token;
    }

    void connected(Line to, long pid) {
        line = to;
        ProcessHandle.of(pid).ifPresent(found -> {
            handle = found;
            exit = found.onExit();
        });
    }

    boolean isConnected() {
        return line != null;
    }

    /**
     * Waits until it is up.
     *
     * @param limit how long at most
     * @return whether it is
     */
    public boolean awaitUp(Duration limit) {
        return nursery.awaitConnected(this, limit);
    }

    /** Returns its process, as long as it is known: its id and when it was started. */
    public ProcessHandle process() {
        ProcessHandle known = handle;
        if (known == null) {
            throw new Powerless(Message.of("engine.children.unseen"));
        }
        return known;
    }

    /** Returns its process id. */
    public long pid() {
        return process().pid();
    }

    private Line line() {
        Line to = line;
        if (to == null) {
            throw new IllegalStateException("not up: " + command);
        }
        return to;
    }

    /**
     * Says something and waits for the answer.
     *
     * @param words what to say
     * @return the answer
     * @throws Powerless if there is none in time
     */
    public String ask(String words) {
        line().tell(words);
        return answer();
    }

    /** Waits for an answer; otherwise as {@link #ask}. */
    String answer() {
        String answer = line().read(SOON);
        if (answer == null) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        return answer;
    }

    /** Says something that has no answer. */
    public void tell(String words) {
        line().tell(words);
    }

    /**
     * Returns whether it runs: it answers.
     *
     * @param limit how long to wait for the answer
     */
    public boolean answers(Duration limit) {
        line().tell("ping");
        return line().read(limit) != null;
    }

    /**
     * Lets it start a child of its own, and waits until that one is up.
     *
     * @param kind its kind
     * @return the child's child
     */
    public Child spawn(Kind kind) {
        Child child = nursery.plan(kind);
        tell("spawn " + child.command.size());
        child.command.forEach(this::tell);
        if (!"spawned".equals(line().read(SOON)) || !child.awaitUp(SOON)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        return child;
    }

    /** Returns whether it has ended, or does within a time. */
    public boolean awaitEnd(Duration limit) {
        return line().awaitEnd(limit);
    }

    /**
     * Lets it exit, and waits until this JVM knows.
     *
     * @param status its exit status
     */
    public void exit(int status) {
        tell("exit " + status);
        awaitKnownToHaveEnded();
    }

    /** Kills it, and waits until this JVM knows. */
    public void kill() {
        process().destroyForcibly();
        awaitKnownToHaveEnded();
    }

    /**
     * Waits for the end of a child that is about to end, and until the JDK has told it to those who wait for the process:
     * only then does a wait that goes on prove anything.
     */
    public void awaitKnownToHaveEnded() {
        CompletableFuture<ProcessHandle> future = exit;
        if (!awaitEnd(SOON) || future == null) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        try {
            future.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new Powerless(Message.of("engine.child.silent"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a child", e);
        }
    }

    /** Ends it, whatever it is doing. */
    void end() {
        if (line != null) {
            line.close();
        }
        if (handle != null) {
            handle.destroyForcibly();
        }
    }

    /** Waits for the end of one that was ended. */
    void awaitGone(Duration limit) {
        ProcessHandle known = handle;
        if (known != null) {
            Running.awaitEnd(known, limit);
        }
    }
}
