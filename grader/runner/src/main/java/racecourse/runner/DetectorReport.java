package racecourse.runner;

import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Outcome;

/**
 * What one detector said.
 *
 * @param id its id, {@code counter.no-lost-update/two-meet}
 * @param engine its engine
 * @param outcome what it said
 * @param millis how long it took
 */
public record DetectorReport(String id, Engine engine, Outcome outcome, long millis) {}
