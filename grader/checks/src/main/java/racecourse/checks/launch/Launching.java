package racecourse.checks.launch;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Message;
import racecourse.contract.launch.ThreadLauncher;

/** The two ways of one launcher of the submission. */
final class Launching {
    static final String CLASS = "lab.launch.TwoWaysLauncher";

    private final ThreadLauncher launcher;

    private Launching(ThreadLauncher launcher) {
        this.launcher = launcher;
    }

    /** Makes a launcher, on a thread of its own, for a constructor can hang too. */
    static Launching of(Subject subject) {
        MethodHandle constructor = subject.constructor(CLASS, ThreadLauncher.class);
        return new Launching((ThreadLauncher) Scene.value(
                Message.of("engine.constructor.returns"), () -> (ThreadLauncher) constructor.invokeExact()));
    }

    /** A way of starting a thread. */
    private record Way(ThreadLauncher launcher, boolean subclass) implements Starter {
        @Override
        public @Nullable Thread start(String name, Runnable body) {
            return subclass ? launcher.launchSubclass(name, body) : launcher.launchRunnable(name, body);
        }

        @Override
        public String call() {
            return subclass ? "launchSubclass(…)" : "launchRunnable(…)";
        }
    }

    Starter runnable() {
        return new Way(launcher, false);
    }

    Starter subclass() {
        return new Way(launcher, true);
    }

    List<Starter> both() {
        return List.of(runnable(), subclass());
    }
}
