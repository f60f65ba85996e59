package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/**
 * What a rule says of one place.
 *
 * @param rule the rule's id, {@code locks.released-on-every-path}
 * @param level how much it is worth
 * @param type the class, {@code lab.counter.MutexCounter}
 * @param method the method
 * @param file path below the sources, {@code lab/counter/MutexCounter.java}
 * @param line from 1; 0 where it is not known
 * @param field the field that it is about; empty where there is none
 * @param lock the lock that it is about; empty where there is none
 * @param message what was found; its key is the stem of {@code .expected}, {@code .observed}, {@code .why} and
 *     {@code .try}
 * @param further more lines that belong to it
 */
public record Finding(
        String rule,
        Level level,
        String type,
        String method,
        String file,
        int line,
        String field,
        String lock,
        Message message,
        List<Place> further) {

    public Finding {
        further = List.copyOf(further);
    }

    /**
     * Returns the finding as what a student reads.
     *
     * @return expected, observed, where, why, try
     */
    public Evidence evidence() {
        List<Place> places = new ArrayList<>();
        places.add(new Place(file, line, text("here")));
        places.addAll(further);
        return Evidence.of(text("expected"), text("observed"))
                .at(places)
                .because(text("why"))
                .hinting(text("try"))
                .ruledBy(rule);
    }

    private Message text(String part) {
        return new Message(message.key() + "." + part, message.arguments());
    }
}
