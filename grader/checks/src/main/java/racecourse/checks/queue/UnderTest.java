package racecourse.checks.queue;

import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;

/**
 * Which class is checked, for what cannot be told: jqwik's properties and jcstress's scenarios are made by others. A
 * worker runs one detector at a time.
 */
public final class UnderTest {
    private static final String LAB_04 = "lab.queue.BoundedMessageQueue";

    private static volatile String className = LAB_04;

    private UnderTest() {}

    /** Returns the same detection, for a class of this name. */
    static Detection of(String name, Detection detection) {
        return Detection.asking(detection.rules(), subject -> {
            className = name;
            try {
                return detection.detect(subject);
            } finally {
                className = LAB_04;
            }
        });
    }

    /**
     * Returns the name of the class that is checked now.
     *
     * @return its binary name
     */
    public static String className() {
        return className;
    }

    static SubmittedQueues queues(Subject subject) {
        return new SubmittedQueues(subject, className);
    }
}
