package racecourse.checks.engine.starting;

import java.util.ArrayList;
import java.util.List;

/** What a thread is given to run: notes who has run it, and from where. */
public final class Body implements Runnable {
    private final Runnable work;
    private final List<Run> begun = new ArrayList<>();
    private int ended;

    /**
     * Makes a body.
     *
     * @param work what it does
     */
    public Body(Runnable work) {
        this.work = work;
    }

    /** Makes a body that does nothing. */
    public Body() {
        this(() -> {});
    }

    /**
     * One run of a body.
     *
     * @param thread who ran it
     * @param stack how it got there
     */
    public record Run(Thread thread, List<StackTraceElement> stack) {}

    @Override
    public void run() {
        Thread thread = Thread.currentThread();
        Run run = new Run(thread, List.of(thread.getStackTrace()));
        synchronized (this) {
            begun.add(run);
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                ended++;
            }
        }
    }

    /** Returns the runs that have begun so far, in order. */
    public synchronized List<Run> runs() {
        return List.copyOf(begun);
    }

    /** Returns whether a run has ended. */
    public synchronized boolean hasEnded() {
        return ended > 0;
    }
}
