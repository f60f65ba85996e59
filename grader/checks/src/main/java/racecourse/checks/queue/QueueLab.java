package racecourse.checks.queue;

import java.util.List;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;

/** Lab 04: a bounded message queue. */
public final class QueueLab implements Lab {
    private static final String CLASS = "lab.queue.BoundedMessageQueue";

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(CLASS);
    }

    @Override
    public List<Check> checks() {
        return QueueChecks.of("queue.", CLASS);
    }
}
