package racecourse.checks.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Those who may wake a thread of a scene and are not in it: threads that the whole JVM shares, which outlive the trial
 * that first needed them, and processes whose end somebody waits for. While there is one, standing still proves nothing.
 * To be made before the first thread of a submission is.
 */
final class Wakers {
    /** Where a scheduler sleeps until the next of its tasks is due: with none, it sleeps without limit. */
    private static final List<String> SCHEDULERS = List.of(
            "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.",
            "java.util.concurrent.DelayScheduler.",
            "java.util.TimerThread.");

    /** What the end of a process completes. */
    private static final List<String> ENDS = List.of("java.lang.Process", "java.util.concurrent.CompletableFuture.");

    /** Those of the kit and of what runs it: they wake nobody in a submission. */
    private final Set<Thread> kits = Threads.alive();

    /**
     * Returns whether somebody outside may wake one of the threads of a scene.
     *
     * @param scene the threads of the scene
     */
    boolean mayCome(Collection<Thread> scene) {
        return Threads.alive().stream()
                        .anyMatch(
                                thread -> !kits.contains(thread) && !scene.contains(thread) && hasSomethingToDo(thread))
                || (scene.stream().anyMatch(Wakers::waitsForAProcess)
                        && ProcessHandle.current().children().findAny().isPresent());
    }

    private static boolean hasSomethingToDo(Thread thread) {
        Thread.State state = thread.getState();
        if (state == Thread.State.TIMED_WAITING) {
            return passes(thread, SCHEDULERS);
        }
        return state == Thread.State.RUNNABLE
                && thread instanceof ForkJoinWorkerThread
                && !Threads.ownFrames(List.of(thread.getStackTrace())).isEmpty();
    }

    private static boolean waitsForAProcess(Thread thread) {
        return passes(thread, ENDS);
    }

    /** Whether one of the JDK's frames above the submission's, or above all, begins like one of these. */
    private static boolean passes(Thread thread, List<String> calls) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            String call = frame.getClassName() + "." + frame.getMethodName();
            if (Subject.owns(frame.getClassName())) {
                return false;
            }
            if (calls.stream().anyMatch(call::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
