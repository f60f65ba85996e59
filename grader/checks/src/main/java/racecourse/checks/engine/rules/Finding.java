package racecourse.checks.engine.rules;

import java.util.List;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/**
 * What a rule has found.
 *
 * @param place the line
 * @param expected the clause of the contract
 * @param observed what the code does instead
 * @param hint what to try
 */
record Finding(Place place, Message expected, Message observed, Message hint) {
    Evidence evidence() {
        return Evidence.of(expected, observed).at(List.of(place)).hinting(hint);
    }
}
