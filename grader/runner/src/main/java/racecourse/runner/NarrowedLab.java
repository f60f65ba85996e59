package racecourse.runner;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Lab;

/**
 * A lab with some of its checks.
 *
 * @param name the lab's name
 * @param entryClasses its classes
 * @param checks the checks that were chosen
 */
public record NarrowedLab(String name, List<String> entryClasses, List<Check> checks) implements Lab {
    public NarrowedLab {
        entryClasses = List.copyOf(entryClasses);
        checks = List.copyOf(checks);
    }

    /**
     * Keeps some checks of a lab, and what those need.
     *
     * @param lab the lab
     * @param ids ids of the checks
     * @return the lab without its other checks
     */
    public static NarrowedLab to(Lab lab, Set<String> ids) {
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

    /**
     * Keeps some detectors of one check, which needs nothing then: what they say is all that is asked for.
     *
     * @param lab the lab
     * @param id the check's id
     * @param detectors ids of the detectors
     * @return the lab with that check alone
     */
    public static NarrowedLab toDetectors(Lab lab, String id, Set<String> detectors) {
        List<Check> checks = lab.checks().stream()
                .filter(check -> check.id().equals(id))
                .map(check -> new Check(id, List.of(), check.covers(), kept(check.detectors(), detectors)))
                .toList();
        return new NarrowedLab(lab.name(), lab.entryClasses(), checks);
    }

    private static List<Detector> kept(List<Detector> all, Set<String> ids) {
        return all.stream().filter(detector -> ids.contains(detector.id())).toList();
    }
}
