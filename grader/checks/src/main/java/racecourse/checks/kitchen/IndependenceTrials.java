package racecourse.checks.kitchen;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Two servings, one of which is held: the other goes on, and gets its own dishes. */
final class IndependenceTrials {
    private static final int TRIALS = 3;
    private static final Message EXPECTED = Message.of("kitchen.independent.expected");

    private final IntFunction<Kitchen> kitchens;

    IndependenceTrials(Subject subject) {
        this(new Kitchens(subject.impatient())::kitchen);
    }

    private IndependenceTrials(IntFunction<Kitchen> kitchens) {
        this.kitchens = kitchens;
    }

    /** Returns the trials of a control. */
    static IndependenceTrials planted(PlantedKitchen.Fault fault) {
        return new IndependenceTrials(PlantedKitchen.of(fault));
    }

    /** Two at once on one kitchen. */
    void atOnceInOneKitchen() {
        Kitchen kitchen = kitchens.apply(2);
        atOnce(kitchen, kitchen);
    }

    /** Two at once on two kitchens. */
    void atOnceInTwoKitchens() {
        atOnce(kitchens.apply(2), kitchens.apply(2));
    }

    /** One after the other on one kitchen. */
    void oneAfterTheOther() {
        Kitchen kitchen = kitchens.apply(2);
        for (String food : List.of("soup", "rice", "soup")) {
            try (Serving serving = new Serving()) {
                serving.gate().open();
                Table table = new Table(Table.Manners.HASTY);
                Serving.Wish wish = new Serving.Wish(List.of(new Order("Anna", food, 3)), 2, table);
                Actor actor = serving.serve(kitchen, wish);
                Map<?, ?> map = serving.result(actor);
                if (!wish.due().equals(map)) {
                    throw mixed(Message.of("kitchen.independent.counted", Serving.text(map), Serving.text(wish.due())));
                }
            }
        }
    }

    /** One of two at once is interrupted; the other one serves all the same. */
    void besideAnInterruptedOne() {
        Kitchen kitchen = kitchens.apply(1);
        try (Serving serving = new Serving()) {
            Table left = new Table(dish -> serving.gate().pass());
            Table stays = new Table(dish -> serving.gate().pass());
            Serving.Wish first =
                    new Serving.Wish(List.of(new Order("Anna", "soup", 4), new Order("Bo", "tea", 4)), 1, left);
            Serving.Wish second =
                    new Serving.Wish(List.of(new Order("Anna", "rice", 4), new Order("Cy", "pie", 4)), 1, stays);
            Actor before = serving.serve(kitchen, first);
            Actor beside = serving.serve(kitchen, second);
            serving.begins(left, 1);
            serving.begins(stays, 1);
            // every chef waits for room
            serving.comesToRest();
            before.interrupt();
            serving.comesToRest();
            serving.gate().open();
            serving.scene().awaitEnd(beside, EXPECTED);
            served(serving, beside, second);
            serving.scene().awaitEnd(before, EXPECTED);
        }
    }

    private void atOnce(Kitchen held, Kitchen other) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!waited(held, other, trial == TRIALS)) {
                return;
            }
        }
    }

    private boolean waited(Kitchen held, Kitchen other, boolean last) {
        try (Serving serving = new Serving()) {
            Table slow = new Table(dish -> serving.gate().pass());
            Table quick = new Table(Table.Manners.HASTY);
            // one of the two diners has nothing to do, and could take what is not theirs
            Serving.Wish first = new Serving.Wish(List.of(new Order("Anna", "soup", 1)), 2, slow);
            Serving.Wish second = new Serving.Wish(List.of(new Order("Bo", "rice", 5)), 1, quick);
            Actor before = serving.serve(held, first);
            serving.begins(slow, 1);
            serving.comesToRest();
            Actor beside = serving.serve(other, second);
            boolean ended = serving.happens(beside::hasEnded, Serving.SURELY);
            stranger(slow, "rice");
            stranger(quick, "soup");
            Evidence evidence = Evidence.of(EXPECTED, Message.of("kitchen.independent.waited", TRIALS))
                    .at(Serving.places(beside.thread()))
                    .hinting(Message.of("kitchen.independent.try"));
            serving.gate().open();
            serving.scene().awaitEnd(beside, EXPECTED);
            serving.scene().awaitEnd(before, EXPECTED);
            served(serving, beside, second);
            served(serving, before, first);
            if (!ended && last) {
                throw new Violation(evidence);
            }
            return !ended;
        }
    }

    private static void served(Serving serving, Actor actor, Serving.Wish wish) {
        Map<?, ?> map = serving.result(actor);
        if (!wish.due().equals(map)) {
            throw mixed(Message.of("kitchen.independent.counted", Serving.text(map), Serving.text(wish.due())));
        }
    }

    private static void stranger(Table table, String food) {
        if (table.begun().stream().anyMatch(dish -> dish.food().equals(food))) {
            throw mixed(Message.of("kitchen.independent.mixed", food));
        }
    }

    private static Violation mixed(Message observed) {
        return new Violation(Evidence.of(EXPECTED, observed).hinting(Message.of("kitchen.independent.try")));
    }
}
