package racecourse.runner;

import java.util.List;

/**
 * One lab of one submission, judged.
 *
 * @param lab the lab's name
 * @param checks every check of the catalogue, in its order
 * @param printed the beginning of what the submission printed while it was checked
 * @param warnings such as another version of the contract
 */
public record LabResult(String lab, List<CheckResult> checks, String printed, List<String> warnings) {
    public LabResult {
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }
}
