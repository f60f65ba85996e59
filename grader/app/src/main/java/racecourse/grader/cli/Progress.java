package racecourse.grader.cli;

import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error what is being done: a bar on a terminal, a line a submission elsewhere. Thread-safe. */
final class Progress implements Consumer<String>, AutoCloseable {
    private final @Nullable ProgressBar bar;
    private final int submissions;
    private int done;
    private String name = "";

    Progress(int submissions, boolean terminal) {
        this.submissions = submissions;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("grading")
                        .setInitialMax(submissions)
                        .setStyle(ProgressBarStyle.ASCII)
                        .clearDisplayOnFinish()
                        .build()
                : null;
    }

    synchronized void begin(String submission) {
        name = submission;
        if (bar == null) {
            System.err.println(
                    "grading " + submission + (submissions > 1 ? " (" + (done + 1) + " of " + submissions + ")" : ""));
        }
    }

    @Override
    public synchronized void accept(String step) {
        if (bar != null) {
            bar.setExtraMessage(" " + name + ": " + step);
        }
    }

    synchronized void end() {
        done++;
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
