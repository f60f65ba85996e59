package racecourse.checks.catalogue;

import static racecourse.checks.protocol.Engine.RULE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.engine.locks.PathRules;
import racecourse.checks.engine.locks.habits.Habits;

/**
 * A lab whose code is looked at by the rules that hold in every lab: habits that lead into trouble, and locks that are not
 * given back on some path. What is found goes with the first check, as advice.
 *
 * @param name the lab's name
 * @param entryClasses its classes
 * @param checks its checks, the first with more detectors
 */
record AdvisedLab(String name, List<String> entryClasses, List<Check> checks) implements Lab {
    AdvisedLab {
        entryClasses = List.copyOf(entryClasses);
        checks = List.copyOf(checks);
    }

    static Lab of(Lab lab) {
        List<Check> checks = new ArrayList<>(lab.checks());
        Check first = checks.get(0).by(RULE, "habits", Set.of(), Habits.advice(lab.entryClasses()));
        // where the paths cost points there is no need for advice
        checks.set(
                0, asksForPaths(lab) ? first : first.by(RULE, "paths", Set.of(), PathRules.advice(lab.entryClasses())));
        return new AdvisedLab(lab.name(), lab.entryClasses(), checks);
    }

    private static boolean asksForPaths(Lab lab) {
        return lab.checks().stream()
                .flatMap(check -> check.detectors().stream())
                .flatMap(detector -> detector.detection().rules().stream())
                .anyMatch(PathRules.ids()::contains);
    }
}
