package racecourse.checks.guardian;

import java.time.Duration;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Message;

/** What a guardian has started, one command or many, watched from outside. */
interface Command extends AutoCloseable {
    /** Returns whether it has ended, or does within a time. */
    boolean awaitEnd(Duration limit);

    /** Returns whether it runs, or some of it; an answer may take a time. */
    boolean runs(Duration limit);

    /**
     * Tells that it still runs.
     *
     * @param seconds after how much more time than this since the end of its JVM
     * @param controlMillis how long a control took meanwhile
     */
    Message stillRuns(long seconds, long controlMillis);

    /** Ends it, whatever it is doing. */
    @Override
    void close();

    /** A command that answers. */
    static Command of(Child child) {
        return new Command() {
            @Override
            public boolean awaitEnd(Duration limit) {
                return child.awaitEnd(limit);
            }

            @Override
            public boolean runs(Duration limit) {
                return child.answers(limit);
            }

            @Override
            public Message stillRuns(long seconds, long controlMillis) {
                return Message.of("guardian.ends.observed", seconds, controlMillis);
            }

            @Override
            public void close() {
                // its nursery ends it
            }
        };
    }
}
