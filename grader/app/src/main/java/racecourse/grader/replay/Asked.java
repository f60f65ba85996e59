package racecourse.grader.replay;

import java.util.List;

/**
 * What of a result is to be repeated.
 *
 * @param lab the lab
 * @param sourceHash of the lab's sources at that time
 * @param check the check's id
 * @param then what its detectors saw
 */
public record Asked(String lab, String sourceHash, String check, List<Finding> then) {
    public Asked {
        then = List.copyOf(then);
    }
}
