package racecourse.checks.protocol;

/** What a worker tells while it works, in the order in which it happens. */
public sealed interface Frame {
    /**
     * The worker is up; sent once, before any request.
     *
     * @param contract version of the contract it has
     * @param jdk version of its JVM
     * @param processors how many processors that JVM has
     */
    record Ready(String contract, String jdk, int processors) implements Frame {}

    /**
     * A detector has begun.
     *
     * @param detector its id
     */
    record Started(String detector) implements Frame {}

    /**
     * A detector has ended.
     *
     * @param detector its id
     * @param outcome what it says
     * @param millis how long it took
     */
    record Finished(String detector, Outcome outcome, long millis) implements Frame {}

    /**
     * A rule has advice, which costs nothing.
     *
     * @param detector its id
     * @param evidence what it saw
     */
    record Advised(String detector, Evidence evidence) implements Frame {}

    /**
     * The JVM is about to end because somebody asked it to.
     *
     * @param stacks the stacks of the threads that have called {@code System.exit}
     */
    record Exiting(String stacks) implements Frame {}

    /**
     * The submission has printed something; sent at most once a request, before its end mark.
     *
     * @param text the beginning of it
     */
    record Printed(String text) implements Frame {}

    /**
     * The end mark of a request. Where a detector got stuck it comes early: the detectors that were not started want
     * another worker.
     *
     * @param reusable whether the JVM is as clean as before: no thread left, nothing stuck
     */
    record Done(boolean reusable) implements Frame {}
}
