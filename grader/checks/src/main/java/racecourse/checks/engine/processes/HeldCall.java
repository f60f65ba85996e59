package racecourse.checks.engine.processes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.children.NamedPipe;
import racecourse.checks.engine.children.Running;
import racecourse.checks.engine.processes.Starts.Fate;
import racecourse.checks.engine.processes.Starts.Started;
import racecourse.checks.protocol.Message;

/** A call of a submission that starts processes, on a thread of its own, with the processes in our hands. */
public final class HeldCall implements AutoCloseable {
    /** A process is started, does its work and ends within this time, or nothing is said. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int MOST_PROCESSES = 64;

    /** Who waits for nothing but time gets on within it. */
    private static final Duration STANDSTILL = Duration.ofMillis(700);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Scene scene = new Scene();
    private final Actor actor;
    private final @Nullable NamedPipe pipe;

    private HeldCall(Call call, @Nullable NamedPipe pipe) {
        this.pipe = pipe;
        scene.gate().open();
        this.actor = scene.start("A", call);
        Starts.watch(actor::hasEnded);
    }

    /**
     * Makes a call whose processes meet a fate.
     *
     * @param fate what becomes of the processes
     * @param call the call
     * @return the call, in progress
     * @throws IOException if the gate for held ones cannot be made
     * @throws Powerless if this system has no such gates
     */
    public static HeldCall of(Fate fate, Call call) throws IOException {
        if (fate.needsShell() && !isPossible()) {
            throw new Powerless(Message.of("engine.starts.no-shell"));
        }
        if (fate != Fate.HELD && fate != Fate.OVERDUE) {
            Starts.decide(fate, "");
            return new HeldCall(call, null);
        }
        NamedPipe pipe = NamedPipe.make();
        Starts.decide(fate, pipe.path().toString());
        return new HeldCall(call, pipe);
    }

    /**
     * Makes a call whose processes are left alone, but for a look at which arguments a main program takes.
     *
     * @param reads who looks
     * @param call the call
     * @return the call, in progress
     */
    public static HeldCall of(ArgumentReads reads, Call call) {
        Starts.decide(Fate.AS_IT_IS, "");
        Starts.watch(reads);
        return new HeldCall(call, null);
    }

    /** Returns whether this system has what it takes to hold processes and to make them fail. */
    public static boolean isPossible() {
        return new File("/bin/sh").canExecute();
    }

    /** Returns the thread that makes the call. */
    public Actor actor() {
        return actor;
    }

    /**
     * Makes a further call while this one is in progress; its processes meet the same fate.
     *
     * @param call the call
     * @return the thread that makes it
     */
    public Actor beside(Call call) {
        return scene.start("B", call);
    }

    /** Waits until a further call has started a process, has ended, or has not done so in time. */
    public void awaitStartBeside(Actor other, int before) {
        scene.happens(() -> Starts.attempts() > before || other.hasEnded(), SOON);
    }

    /** Waits until a process has been started, or the call has ended without. */
    public void awaitStart() {
        long begin = System.nanoTime();
        while (Starts.started().isEmpty() && !actor.hasEnded()) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(300));
        }
    }

    /** Waits until the call waits, or has ended; whichever it is, it has done all that it does by itself. */
    public Actor.Rest settle() {
        return actor.settle(scene.gate(), SOON);
    }

    /** Lets the held processes begin with their work. */
    public void openGate() throws IOException {
        if (pipe != null) {
            pipe.write("\n".repeat(MOST_PROCESSES).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Waits for the end of the call.
     *
     * @throws Powerless if it has not ended in time
     */
    public void awaitEnd() {
        if (!actor.awaitEnd(LIMIT)) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
    }

    /**
     * Waits for the end of the call; where it does not come, looks whether its processes wait for input that nobody will
     * give them: if they stand still until their input is closed, and the call ends right then.
     *
     * @param patience how long to wait before their input is closed
     * @return whether it ended by itself
     * @throws Powerless if it has not ended in either way
     */
    public boolean endsByItself(Duration patience) {
        if (actor.awaitEnd(patience)) {
            return true;
        }
        List<ProcessHandle> all = processes();
        List<Optional<Duration>> before = used(all);
        if (actor.awaitEnd(STANDSTILL)) {
            return true;
        }
        if (all.isEmpty() || !all.equals(processes()) || !before.equals(used(all))) {
            awaitEnd();
            return true;
        }
        List<Process> started = running().stream().map(Started::process).toList();
        Thread closing = new Thread(() -> started.forEach(HeldCall::closeInput), "closes input");
        closing.setDaemon(true);
        closing.start();
        if (actor.awaitEnd(STANDSTILL)) {
            return false;
        }
        awaitEnd();
        return true;
    }

    private static List<ProcessHandle> processes() {
        return Starts.started().stream()
                .map(Started::process)
                .filter(Process::isAlive)
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .toList();
    }

    private static List<Optional<Duration>> used(List<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration())
                .toList();
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it was closed, or the process has ended
        }
    }

    /** Waits until the processes that the call has killed are dead. */
    public void awaitKills() {
        long begin = System.nanoTime();
        while (Starts.kills() > 0 && System.nanoTime() - begin < SOON.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /**
     * Returns whether nothing goes on: over two looks the call waits at one place, no other thread is about to run, and
     * no CPU time was used, while processes that it has started run still.
     */
    public boolean standsStill() {
        List<String> first = look();
        boolean ended = actor.awaitEnd(BETWEEN_LOOKS);
        return !ended
                && Starts.kills() == 0
                && !first.isEmpty()
                && first.equals(look())
                && !running().isEmpty();
    }

    /** Returns where all threads wait and the CPU time they have used; nothing if one of them may run. */
    private static List<String> look() {
        List<String> waits = new ArrayList<>();
        for (Thread thread : Threads.alive()) {
            // those of the JVM itself have no stack
            if (thread == Thread.currentThread() || thread.getStackTrace().length == 0) {
                continue;
            }
            long cpu = Threads.cpuNanos(thread);
            String at = Threads.waitingAt(thread);
            if (at == null) {
                return List.of();
            }
            waits.add(thread.getId() + " " + cpu + " " + at);
        }
        Collections.sort(waits);
        return waits;
    }

    /** Returns the command of a process that has outlived the one it was forked from, and runs the same program. */
    public Optional<String> outlived() {
        return Forks.left(Starts.started());
    }

    /** Returns what was started so far. */
    public List<Started> started() {
        return Starts.started();
    }

    /** Returns how many times a process was to be started. */
    public int attempts() {
        return Starts.attempts();
    }

    /** Returns those that run still; one that only waits to be reaped has ended. */
    public List<Started> running() {
        return Starts.started().stream()
                .filter(started -> started.process().isAlive()
                        && !Running.isZombie(started.process().pid()))
                .toList();
    }

    /** Kills what is left. */
    @Override
    public void close() {
        for (Started started : Starts.started()) {
            started.process().descendants().forEach(ProcessHandle::destroyForcibly);
            started.process().destroyForcibly();
        }
        scene.close();
        try {
            if (pipe != null) {
                pipe.close();
            }
        } catch (IOException e) {
            // in the temporary directory it does no harm
        }
    }
}
