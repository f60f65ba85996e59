package racecourse.checks.engine.children;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Subject;

/**
 * What happens in a JVM of its own that hosts a submission. It runs on the main thread, and when it returns or throws,
 * {@code main} does. Implemented by a class with a constructor without parameters.
 */
@FunctionalInterface
public interface HostScript {
    /**
     * Does what it is told.
     *
     * @param subject the submission, loaded as a program's own classes are: the class path names them
     * @param kit who tells it
     * @throws Throwable whatever the main thread shall end with
     */
    void run(Subject subject, Orders kit) throws Throwable;

    /** The hosted end of the connection. */
    interface Orders {
        /**
         * Waits for an order; when the kit has gone, this JVM ends.
         *
         * @return the order
         */
        String next();

        /** Waits for a command, as {@link Host#tell(List)} sends it. */
        default List<String> nextCommand() {
            List<String> command = new ArrayList<>();
            for (int words = Integer.parseInt(next()); words > 0; words--) {
                command.add(next());
            }
            return command;
        }

        /**
         * Answers.
         *
         * @param line the answer
         */
        void say(String line);
    }
}
