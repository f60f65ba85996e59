package racecourse.checks.engine.locks;

import java.util.List;
import java.util.stream.Stream;

/** Every rule about locks, and where it is asked. */
final class RuleCatalogue {
    /** Hold for whatever class of whatever lab. */
    private static final List<Rule> EVERYWHERE = List.of(
            new ReleasedOnEveryPath(),
            new LockOrder(),
            new SignalsWithLock(),
            new NothingBlockingInside(),
            new GuardScope(),
            new WaitsIdle(),
            new Visible());

    /** Hold where the lab says which method does what under the lock. */
    private static final List<Rule> IN_EXERCISES = List.of(
            new OwnLock(),
            new SameLock(),
            new StoresMonitor(),
            new RequiredMechanism(),
            new MutexOnly(),
            new LooksWithoutLock(),
            new OneSection(),
            new PauseInside(),
            new PauseBetween(),
            new PausesOnce(),
            new ExceptionsPass(),
            new NeverGivesUp(),
            new NothingUnfollowed());

    private static final List<Rule> ALL =
            Stream.concat(EVERYWHERE.stream(), IN_EXERCISES.stream()).toList();

    private RuleCatalogue() {}

    /** Returns those that are asked about every class of every lab. */
    static List<Rule> everywhere() {
        return EVERYWHERE;
    }

    /** Returns all, as they are asked about a class of which the lab says more. */
    static List<Rule> all() {
        return ALL;
    }

    /** Returns the ids of rules. */
    static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
