package racecourse.checks.engine.explore;

import java.util.List;

/** What the explorer can say about a scenario. */
public sealed interface Exploration {

    /**
     * No schedule broke the scenario. {@code exhausted}: Lincheck had none left to try, which is no proof, as it forces
     * switches in loops of more than ten rounds and passes over what comes after.
     */
    record NothingFound(int schedules, boolean exhausted) implements Exploration {}

    /** One schedule made the scenario throw; {@code cause} is what it threw. */
    record RaceFound(int schedule, Throwable cause, List<TraceStep> steps, String fullTrace) implements Exploration {}

    /** One schedule left every unfinished thread waiting for something that nobody can bring. */
    record DeadlockFound(int schedule, List<TraceStep> steps, String fullTrace) implements Exploration {}

    /**
     * One schedule left the unfinished threads looping without getting anywhere. Lincheck decides this by counting
     * iterations, so it is a suspicion and no proof.
     */
    record LoopsForever(int schedule, List<TraceStep> steps, String fullTrace) implements Exploration {}

    /** The explorer has no word on this scenario. */
    record NoWord(String reason, String detail) implements Exploration {}
}
