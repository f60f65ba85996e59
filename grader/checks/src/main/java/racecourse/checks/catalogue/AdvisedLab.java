package racecourse.checks.catalogue;

import static racecourse.checks.protocol.Engine.RULE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.engine.locks.habits.Habits;

/**
 * A lab whose code is looked at for habits that lead into trouble. What is found goes with the first check, as advice.
 *
 * @param name the lab's name
 * @param entryClasses its classes
 * @param checks its checks, the first with one detector more
 */
record AdvisedLab(String name, List<String> entryClasses, List<Check> checks) implements Lab {
    AdvisedLab {
        entryClasses = List.copyOf(entryClasses);
        checks = List.copyOf(checks);
    }

    static Lab of(Lab lab) {
        List<Check> checks = new ArrayList<>(lab.checks());
        checks.set(0, checks.get(0).by(RULE, "habits", Set.of(), Habits.advice(lab.entryClasses())));
        return new AdvisedLab(lab.name(), lab.entryClasses(), checks);
    }
}
