package racecourse.checks.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.FaultClass;

/**
 * A fact about a submission that costs points when it does not hold. Texts are in the lab's bundle under the id:
 * {@code <id>.title}, {@code <id>.symptom}, {@code <id>.cause}, {@code <id>.look}, {@code <id>.concept}.
 *
 * @param id stable name, {@code counter.no-lost-update}
 * @param needs ids of the checks that must have passed, of the same lab
 * @param covers the classes of faults that must each have been looked for with power
 * @param detectors the ways of looking
 */
public record Check(String id, List<String> needs, Set<FaultClass> covers, List<Detector> detectors) {
    public Check {
        needs = List.copyOf(needs);
        covers = Set.copyOf(covers);
        detectors = List.copyOf(detectors);
    }

    /**
     * Begins a check that covers behaviour only and needs nothing.
     *
     * @param id its id
     * @return the check, to be filled up
     */
    public static Check of(String id) {
        return new Check(id, List.of(), Set.of(FaultClass.BEHAVIOUR), List.of());
    }

    /**
     * Returns the same check with these prerequisites.
     *
     * @param ids ids of checks of the same lab
     * @return the check
     */
    public Check needing(String... ids) {
        return new Check(id, List.of(ids), covers, detectors);
    }

    /**
     * Returns the same check covering these classes of faults.
     *
     * @param classes the classes
     * @return the check
     */
    public Check covering(FaultClass... classes) {
        return new Check(id, needs, Set.of(classes), detectors);
    }

    /**
     * Returns the same check with one detector more, which sees every class that is covered so far.
     *
     * @param engine its engine
     * @param name its name within the check
     * @param detection its code
     * @return the check
     */
    public Check by(Engine engine, String name, Detection detection) {
        return by(engine, name, covers, detection);
    }

    /**
     * Returns the same check with one detector more.
     *
     * @param engine its engine
     * @param name its name within the check
     * @param sees the classes of faults that it would see
     * @param detection its code
     * @return the check
     */
    public Check by(Engine engine, String name, Set<FaultClass> sees, Detection detection) {
        List<Detector> more = new ArrayList<>(detectors);
        more.add(new Detector(id + "/" + name, engine, sees, detection));
        return new Check(id, needs, covers, more);
    }
}
