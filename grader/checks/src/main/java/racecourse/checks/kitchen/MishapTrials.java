package racecourse.checks.kitchen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Order;

/** One diner, to whom the same happens with every dish. */
final class MishapTrials {
    private final Kitchens kitchens;

    MishapTrials(Subject subject) {
        this.kitchens = new Kitchens(subject.impatient());
    }

    /** Each mishap in turn: the dish counts, and the diner goes on. */
    void eachMishap() {
        for (Mishap mishap : Mishap.values()) {
            happens(mishap);
        }
    }

    private void happens(Mishap mishap) {
        Message expected = Message.of("kitchen.mishap.expected", mishap.text());
        try (Serving serving = new Serving()) {
            serving.gate().open();
            Table table = new Table(dish -> mishap.happen());
            Serving.Wish wish =
                    new Serving.Wish(List.of(new Order("Anna", "soup", 1), new Order("Anna", "rice", 2)), 1, table);
            Actor actor = serving.serve(kitchens.kitchen(2), wish);
            Map<?, ?> map;
            try {
                map = serving.result(actor);
            } catch (Violation e) {
                throw new Violation(e.evidence()
                        .against(expected)
                        .because(Message.of("kitchen.mishap.why", table.begun().size(), wish.dishes()))
                        .hinting(Message.of("kitchen.mishap.try")));
            }
            if (!wish.due().equals(map)) {
                throw violation(
                        expected, Message.of("kitchen.mishap.counted", Serving.text(map), Serving.text(wish.due())));
            }
            Set<String> names =
                    table.begun().stream().map(Table.Dish::diner).collect(Collectors.toCollection(TreeSet::new));
            if (names.size() != 1) {
                throw violation(expected, Message.of("kitchen.mishap.names", names));
            }
        }
    }

    private static Violation violation(Message expected, Message observed) {
        return new Violation(Evidence.of(expected, observed).hinting(Message.of("kitchen.mishap.try")));
    }
}
