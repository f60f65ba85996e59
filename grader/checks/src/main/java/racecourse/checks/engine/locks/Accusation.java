package racecourse.checks.engine.locks;

import java.util.List;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.locks.paths.Place;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What a rule of one line says that has proven a mistake. */
final class Accusation {
    private Accusation() {}

    /**
     * Makes one.
     *
     * @param rule the rule's id
     * @param stem of the message's keys: {@code .expected}, {@code .observed}, {@code .why} and {@code .try}
     * @param at the line
     * @param observed what {@code .observed} is filled with
     */
    static Violation of(String rule, String stem, Place at, String observed) {
        return new Violation(Evidence.of(Message.of(stem + ".expected"), Message.of(stem + ".observed", observed))
                .at(List.of(new racecourse.checks.protocol.Place(at.file(), at.line(), null)))
                .because(Message.of(stem + ".why"))
                .hinting(Message.of(stem + ".try"))
                .ruledBy(rule));
    }
}
