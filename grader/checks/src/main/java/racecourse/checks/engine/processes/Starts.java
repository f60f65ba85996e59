package racecourse.checks.engine.processes;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a submission and the starting of processes: what {@link StartRewriter} puts in its place calls this.
 * What is started can be looked at, held until a gate is opened, made to fail, or refused. Public because it is called by
 * a submission's classes; nobody else calls the methods that are named as the JDK's.
 */
public final class Starts {
    /** What becomes of the processes that are started. */
    public enum Fate {
        /** Nothing but what the submission wants. */
        AS_IT_IS(List.of()),
        /** They wait at a gate before they begin with their work. */
        HELD(List.of("/bin/sh", "-c", "read -r gate < \"$0\"; exec \"$@\"")),
        /** The same, and whoever waits for them with a limit soon finds it passed. */
        OVERDUE(HELD.wrapper),
        /** They are killed before they begin with their work. */
        KILLED(List.of("/bin/sh", "-c", "kill -9 $$")),
        /** They end with status 1 instead of doing their work. */
        FAILING(List.of("/bin/sh", "-c", "exit 1")),
        /** They cannot be started. */
        REFUSED(List.of());

        @SuppressWarnings("ImmutableEnumChecker") // List.of is
        private final List<String> wrapper;

        Fate(List<String> wrapper) {
            this.wrapper = wrapper;
        }

        boolean needsShell() {
            return !wrapper.isEmpty();
        }
    }

    /**
     * A process that was started.
     *
     * @param process the process
     * @param command what was to be run
     * @param told everything that it was given to know: command, environment, folder, standard input
     */
    public record Started(Process process, List<String> command, List<Object> told) {
        public Started {
            command = List.copyOf(command);
            told = List.copyOf(told);
        }

        /** Returns the environment that it was given. */
        public Map<?, ?> environment() {
            return told.stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .findFirst()
                    .orElse(Map.of());
        }
    }

    private static final List<Started> STARTED = new ArrayList<>();
    private static Fate fate = Fate.AS_IT_IS;
    private static String gate = "";
    private static volatile BooleanSupplier over = () -> false;
    private static final AtomicInteger KILLS = new AtomicInteger();
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static int attempts;

    /** In the environment of every process that is started, and of those that come of it. */
    private static final String MARK = "RACECOURSE_STARTED";

    private static String mark = "";
    private static @Nullable ArgumentReads watched;

    private Starts() {}

    /** Rewrites a class so that what it starts is seen here. */
    public static byte[] seen(byte[] type) {
        return StartRewriter.rewritten(type);
    }

    /** What a limit is cut to for {@link Fate#OVERDUE}, in milliseconds. */
    private static final long OVERDUE_MILLIS = 20;

    /**
     * Decides on all processes that are started from now on, and forgets those that were.
     *
     * @param next what becomes of them
     * @param pipe for those that are held: the named pipe at which they wait for a line
     */
    static synchronized void decide(Fate next, String pipe) {
        fate = next;
        gate = pipe;
        attempts = 0;
        mark = UUID.randomUUID().toString();
        watched = null;
        STARTED.clear();
    }

    /** From now on, until the next decision, main programs are watched. */
    static synchronized void watch(ArgumentReads next) {
        watched = next;
    }

    /** Returns the processes started since then. */
    static synchronized List<Started> started() {
        return List.copyOf(STARTED);
    }

    /** Returns what the environment of everything that was started since then has in it. */
    static synchronized String mark() {
        return MARK + "=" + mark;
    }

    /** Returns how many times a process was to be started since then. */
    static synchronized int attempts() {
        return attempts;
    }

    public static synchronized Process start(ProcessBuilder builder) throws IOException {
        List<String> command = List.copyOf(builder.command());
        List<Object> told = told(builder);
        prepare(builder);
        try {
            Process process = builder.start();
            STARTED.add(new Started(process, command, told));
            return process;
        } finally {
            restore(builder, command);
        }
    }

    public static synchronized List<Process> startPipeline(List<ProcessBuilder> builders) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        List<List<Object>> told = new ArrayList<>();
        for (ProcessBuilder builder : builders) {
            commands.add(List.copyOf(builder.command()));
            told.add(told(builder));
            prepare(builder);
        }
        try {
            List<Process> processes = ProcessBuilder.startPipeline(builders);
            for (int i = 0; i < processes.size(); i++) {
                STARTED.add(new Started(processes.get(i), commands.get(i), told.get(i)));
            }
            return processes;
        } finally {
            for (int i = 0; i < builders.size(); i++) {
                restore(builders.get(i), commands.get(i));
            }
        }
    }

    private static void prepare(ProcessBuilder builder) throws IOException {
        attempts++;
        List<String> command = List.copyOf(builder.command());
        if (fate == Fate.REFUSED && !command.isEmpty()) {
            throw new IOException("Cannot run program \"" + command.get(0) + "\": error=2, No such file or directory");
        }
        if (!fate.wrapper.isEmpty() && !command.isEmpty()) {
            List<String> wrapped = new ArrayList<>(fate.wrapper);
            wrapped.add(gate);
            wrapped.addAll(command);
            builder.command(wrapped);
        }
        if (watched != null && fate == Fate.AS_IT_IS) {
            builder.command(watched.watching(command));
        }
        builder.environment().put(MARK, mark);
    }

    private static void restore(ProcessBuilder builder, List<String> command) {
        builder.command(command);
        builder.environment().remove(MARK);
    }

    private static List<Object> told(ProcessBuilder builder) {
        return List.of(
                List.copyOf(builder.command()),
                Map.copyOf(builder.environment()),
                String.valueOf(builder.directory()),
                builder.redirectInput().toString());
    }

    public static boolean waitFor(Process process, long limit, TimeUnit unit) throws InterruptedException {
        boolean cut = fate() == Fate.OVERDUE;
        return process.waitFor(
                cut ? Math.min(unit.toMillis(limit), OVERDUE_MILLIS) : limit, cut ? TimeUnit.MILLISECONDS : unit);
    }

    /** Returns how many processes are still to be killed. */
    static int kills() {
        return KILLS.get();
    }

    public static void destroy(Process process) {
        late(process::destroy);
    }

    public static Process destroyForcibly(Process process) {
        late(process::destroyForcibly);
        return process;
    }

    public static boolean destroy(ProcessHandle process) {
        return fate() == Fate.HELD ? late(process::destroy) : process.destroy();
    }

    public static boolean destroyForcibly(ProcessHandle process) {
        return fate() == Fate.HELD ? late(process::destroyForcibly) : process.destroyForcibly();
    }

    /** What is told when a held call is over: who has not waited for the end of what it killed shall find it alive. */
    static void watch(BooleanSupplier call) {
        over = call;
    }

    /** Held processes are killed a little later: that one need not be dead at once is what the JDK says. */
    private static boolean late(Runnable kill) {
        if (fate() != Fate.HELD) {
            kill.run();
            return true;
        }
        BooleanSupplier ended = over;
        KILLS.incrementAndGet();
        Thread killer = new Thread(
                () -> {
                    LockSupport.parkNanos(LATE_NANOS);
                    try {
                        if (!ended.getAsBoolean()) {
                            kill.run();
                        }
                    } finally {
                        KILLS.decrementAndGet();
                    }
                },
                "kills late");
        killer.setDaemon(true);
        killer.start();
        return true;
    }

    private static synchronized Fate fate() {
        return fate;
    }

    public static Process exec(Runtime runtime, String command) throws IOException {
        return exec(runtime, words(command), null, null);
    }

    public static Process exec(Runtime runtime, String command, String @Nullable [] environment) throws IOException {
        return exec(runtime, words(command), environment, null);
    }

    public static Process exec(
            Runtime runtime, String command, String @Nullable [] environment, @Nullable File directory)
            throws IOException {
        return exec(runtime, words(command), environment, directory);
    }

    public static Process exec(Runtime runtime, String[] command) throws IOException {
        return exec(runtime, command, null, null);
    }

    public static Process exec(Runtime runtime, String[] command, String @Nullable [] environment) throws IOException {
        return exec(runtime, command, environment, null);
    }

    /** As the JDK does it; the runtime is what the method is called on. */
    @SuppressWarnings("unused")
    public static Process exec(
            Runtime runtime, String[] command, String @Nullable [] environment, @Nullable File directory)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory);
        if (environment != null) {
            builder.environment().clear();
            for (String entry : environment) {
                int equals = entry.indexOf('=', 1);
                if (equals > 0) {
                    builder.environment().put(entry.substring(0, equals), entry.substring(equals + 1));
                }
            }
        }
        return start(builder);
    }

    private static String[] words(String command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("Empty command");
        }
        StringTokenizer tokens = new StringTokenizer(command);
        String[] words = new String[tokens.countTokens()];
        for (int i = 0; tokens.hasMoreTokens(); i++) {
            words[i] = tokens.nextToken();
        }
        return words;
    }
}
