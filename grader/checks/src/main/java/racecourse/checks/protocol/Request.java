package racecourse.checks.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is asked to do: run detectors of one lab against one submission.
 *
 * @param lab the lab's name, {@code counter}
 * @param classPath the directories of the submission's compiled classes
 * @param detectors ids of the detectors, in the order in which they run
 * @param seed the seed of everything random
 * @param allowance what the official harness may use, or {@code null} where it is not asked
 * @param inProcess whether the submission is on the worker's own class path (for a debugger)
 */
public record Request(
        String lab,
        List<String> classPath,
        List<String> detectors,
        long seed,
        @Nullable Allowance allowance,
        boolean inProcess) {
    public Request {
        classPath = List.copyOf(classPath);
        detectors = List.copyOf(detectors);
    }
}
