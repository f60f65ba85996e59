package racecourse.checks.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.protocol.Engine;

/**
 * A lab whose scenarios of jcstress are run by the official harness too. What that sees counts, what it does not see, or
 * cannot, changes nothing.
 *
 * @param name the lab's name
 * @param entryClasses its classes
 * @param checks its checks, each with more detectors
 */
public record ThoroughLab(String name, List<String> entryClasses, List<Check> checks) implements Lab {
    public ThoroughLab {
        entryClasses = List.copyOf(entryClasses);
        checks = List.copyOf(checks);
    }

    /**
     * Adds the detectors.
     *
     * @param lab the lab
     * @return the lab with a detector {@code <id>/official} behind each that has such a look
     */
    public static ThoroughLab of(Lab lab) {
        return new ThoroughLab(
                lab.name(),
                lab.entryClasses(),
                lab.checks().stream().map(ThoroughLab::more).toList());
    }

    private static Check more(Check check) {
        List<Detector> detectors = new ArrayList<>();
        for (Detector detector : check.detectors()) {
            detectors.add(detector);
            detector.detection()
                    .official()
                    .ifPresent(look ->
                            detectors.add(new Detector(detector.id() + "/official", Engine.HARNESS, Set.of(), look)));
        }
        return new Check(check.id(), check.needs(), check.covers(), detectors);
    }
}
