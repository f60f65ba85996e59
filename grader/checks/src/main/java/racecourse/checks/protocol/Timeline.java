package racecourse.checks.protocol;

import java.util.List;

/**
 * An interleaving: steps of several threads in the one order that broke the code.
 *
 * @param lanes the threads' names
 * @param steps first to last
 * @param fullTrace the engine's own text, whole; empty where there is none
 */
public record Timeline(List<String> lanes, List<Step> steps, String fullTrace) {
    public Timeline {
        lanes = List.copyOf(lanes);
        steps = List.copyOf(steps);
    }
}
