package racecourse.grader.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;

/**
 * A lab with some of its checks.
 *
 * @param name the lab's name
 * @param entryClasses its classes
 * @param checks the checks that were chosen, and their prerequisites
 */
record NarrowedLab(String name, List<String> entryClasses, List<Check> checks) implements Lab {
    /** Keeps some checks of a lab, and what those need. */
    static NarrowedLab to(Lab lab, Set<String> ids) {
        Set<String> kept = new HashSet<>(ids);
        List<Check> all = lab.checks();
        // prerequisites come before what needs them
        for (int i = all.size() - 1; i >= 0; i--) {
            if (kept.contains(all.get(i).id())) {
                kept.addAll(all.get(i).needs());
            }
        }
        List<Check> checks =
                all.stream().filter(check -> kept.contains(check.id())).toList();
        return new NarrowedLab(lab.name(), lab.entryClasses(), checks);
    }
}
