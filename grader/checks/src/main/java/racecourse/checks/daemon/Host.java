package racecourse.checks.daemon;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.contract.daemon.DaemonLauncher;

/** The main program of a JVM of its own, which lives as long as the threads that the submission starts in it let it. */
final class Host {
    /** Said by a body. */
    static final String DAEMON_RUNS = "daemon runs";

    /** Said by a body. */
    static final String USER_RUNS = "user runs";

    /** Said by a body that was waiting for {@link #GO}. */
    static final String USER_DONE = "user done";

    /** What a waiting body waits for. */
    static final String GO = "go";

    private static final long BODY_SECONDS = 5;

    private final PrintStream answers;
    private final BufferedReader commands;
    private final CountDownLatch forEver = new CountDownLatch(1);

    private Host(PrintStream answers, BufferedReader commands) {
        this.answers = answers;
        this.commands = commands;
    }

    /** What the program does. */
    enum Scenario {
        /** Starts a daemon whose body never ends and a user thread whose body ends, and returns. */
        ENDS,
        /** Starts a user thread whose body waits to be told to go on, and returns. */
        WAITS,
        /** The same, from a daemon thread. */
        WAITS_FROM_A_DAEMON
    }

    /** Starts a JVM that hosts a submission. */
    static ChildJvm start(Subject subject, Scenario scenario) throws IOException {
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new ChildJvm(Host.class, classPath, scenario.name());
    }

    public static void main(String[] arguments) {
        Host host = new Host(System.out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        Printed.capture();
        List<Path> classPath = Arrays.stream(arguments[0].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Watcher watcher = new Watcher(Thread.currentThread(), host::say);
        try {
            DaemonLauncher launcher = Launching.launcher(new Subject(classPath, 0));
            watcher.start();
            host.play(Scenario.valueOf(arguments[1]), launcher, watcher);
        } catch (Throwable e) {
            host.say(Watcher.PROBLEM + e);
        }
    }

    private void play(Scenario scenario, DaemonLauncher launcher, Watcher watcher) throws InterruptedException {
        switch (scenario) {
            case ENDS -> {
                CountDownLatch both = new CountDownLatch(2);
                watcher.knows(
                        launcher.startDaemon("never ends", () -> {
                            say(DAEMON_RUNS);
                            both.countDown();
                            stay();
                        }),
                        Watcher.DAEMON);
                watcher.knows(
                        launcher.startUser("ends", () -> {
                            say(USER_RUNS);
                            both.countDown();
                        }),
                        Watcher.USER);
                both.await(BODY_SECONDS, TimeUnit.SECONDS);
            }
            case WAITS -> launcher.startUser("waits", this::waitForGo);
            case WAITS_FROM_A_DAEMON -> {
                @Nullable Throwable[] thrown = new @Nullable Throwable[1];
                Thread caller = new Thread(
                        () -> {
                            try {
                                launcher.startUser("waits", this::waitForGo);
                            } catch (Throwable e) {
                                thrown[0] = e;
                            }
                        },
                        "daemon that starts a user thread");
                caller.setDaemon(true);
                caller.start();
                caller.join();
                if (thrown[0] != null) {
                    say(Watcher.PROBLEM + thrown[0]);
                }
            }
        }
    }

    private void stay() {
        try {
            forEver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForGo() {
        say(USER_RUNS);
        try {
            if (GO.equals(commands.readLine())) {
                say(USER_DONE);
            }
        } catch (IOException e) {
            say(Watcher.PROBLEM + e);
        }
    }

    private synchronized void say(String line) {
        answers.println(line);
        answers.flush();
    }
}
