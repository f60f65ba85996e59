package racecourse.checks.engine.locks;

import java.util.List;
import java.util.Set;

/**
 * What a lab asks of the class that is looked at.
 *
 * @param entry the class, {@code lab.counter.MutexCounter}
 * @param taking the method that reads, pauses and writes back
 * @param looking the method that only looks
 * @param demands what else the contract says
 */
public record Exercise(String entry, String taking, String looking, Set<Demand> demands) {
    /** Clauses that not every lab has. */
    public enum Demand {
        /** The method that takes does its work whatever interrupts come. */
        ALWAYS_WORKS,
        /** The method that only looks takes no lock. */
        LOOKS_WITHOUT_LOCK,
        /** The guard is a mutex: nothing atomic, no spinning. */
        MUTEX_ONLY,
        /** Whoever takes holds an exclusive file lock. */
        ACROSS_PROCESSES
    }

    public Exercise {
        demands = Set.copyOf(demands);
    }

    /**
     * Describes an exercise.
     *
     * @param entry the class
     * @param taking the method that reads, pauses and writes back
     * @param looking the method that only looks
     * @param demands what else the contract says
     * @return the exercise
     */
    public static Exercise of(String entry, String taking, String looking, Demand... demands) {
        return new Exercise(entry, taking, looking, Set.copyOf(List.of(demands)));
    }

    boolean demands(Demand demand) {
        return demands.contains(demand);
    }
}
