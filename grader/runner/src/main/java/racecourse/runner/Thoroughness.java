package racecourse.runner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the official jcstress harness may use for one submission.
 *
 * @param budget how long it may take, for all scenarios of all labs
 * @param reports where its pages go, a folder for each detector
 */
public record Thoroughness(Duration budget, Path reports) {}
