package racecourse.checks.engine.explore;

/**
 * One thing that one thread did, in the order in which the schedule let the threads act.
 *
 * @param thread 0 for the thread that runs the scenario, then 1, 2, … in the order in which threads were started
 * @param depth how many calls of the trace enclose the step on its thread
 * @param target a field ({@code counter.count}), a method ({@code counter.decrement}), a lock's owner, or empty
 * @param value the value read, written, returned or thrown; empty where there is none
 * @param className the class whose code acts, with its package ({@code lab.counter.MutexCounter}); a submission's
 *     file may carry the name of one of the JDK's, so tell them apart by this
 * @param file name of the source file, without folders; empty where there is none (a switch, the start of a thread)
 * @param line 0 where unknown
 * @param text the step in Lincheck's own words
 */
public record TraceStep(
        int thread,
        String threadName,
        Action action,
        int depth,
        String target,
        String value,
        String className,
        String file,
        int line,
        String text) {

    public enum Action {
        READ,
        WRITE,
        LOCK,
        UNLOCK,
        WAIT,
        NOTIFY,
        PARK,
        UNPARK,
        CALL,
        RETURN,
        SWITCH,
        THROW,
        LOOP,
        OTHER
    }

    public boolean isIn(String sourceFile) {
        return file.equals(sourceFile);
    }

    public String where() {
        return file.isEmpty() ? "" : line > 0 ? file + ":" + line : file;
    }
}
