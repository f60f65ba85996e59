package racecourse.checks.daemon;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Message;
import racecourse.contract.daemon.DaemonLauncher;

/** The two ways of one launcher of the submission. */
final class Launching {
    static final String CLASS = "lab.daemon.JvmDaemonLauncher";

    private final DaemonLauncher launcher;

    private Launching(DaemonLauncher launcher) {
        this.launcher = launcher;
    }

    /** Makes a launcher, on a thread of its own, for a constructor can hang too. */
    static Launching of(Subject subject) {
        return new Launching(
                (DaemonLauncher) Scene.value(Message.of("engine.constructor.returns"), () -> launcher(subject)));
    }

    /** Makes a launcher on the calling thread. */
    static DaemonLauncher launcher(Subject subject) throws Throwable {
        MethodHandle constructor = subject.constructor(CLASS, DaemonLauncher.class);
        return (DaemonLauncher) constructor.invokeExact();
    }

    /** A way of starting a thread. */
    record Way(DaemonLauncher launcher, boolean daemon) implements Starter {
        @Override
        public @Nullable Thread start(String name, Runnable body) {
            return daemon ? launcher.startDaemon(name, body) : launcher.startUser(name, body);
        }

        @Override
        public String call() {
            return daemon ? "startDaemon(…)" : "startUser(…)";
        }
    }

    /** The same, called from a user thread: the kit's own threads are daemons. */
    record FromUserThread(Way way) implements Starter {
        @Override
        public @Nullable Thread start(String name, Runnable body) throws Throwable {
            @Nullable Thread[] started = new @Nullable Thread[1];
            @Nullable Throwable[] thrown = new @Nullable Throwable[1];
            Thread caller = new Thread(
                    () -> {
                        try {
                            started[0] = way.start(name, body);
                        } catch (Throwable e) {
                            thrown[0] = e;
                        }
                    },
                    "user thread");
            caller.setDaemon(false);
            caller.start();
            caller.join();
            Throwable problem = thrown[0];
            if (problem != null) {
                throw problem;
            }
            return started[0];
        }

        @Override
        public String call() {
            return way.call();
        }
    }

    Way daemon() {
        return new Way(launcher, true);
    }

    Way user() {
        return new Way(launcher, false);
    }

    List<Way> both() {
        return List.of(daemon(), user());
    }
}
