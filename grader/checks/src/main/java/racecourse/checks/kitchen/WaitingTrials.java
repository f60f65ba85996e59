package racecourse.checks.kitchen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.PlantedNumbers;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Steps;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Holds an eater, a chef or a diner, and looks whether serve returns without what that one has to do. */
final class WaitingTrials {
    private static final int DINERS = 3;

    private static final int MANY = 300;

    /** A serving has more steps than this; those of the first dish are among them. */
    private static final int MOST_STEPS = 90;

    /** Between two looks, where many steps are tried and only an early return would be missed. */
    private static final Duration GLANCE = Duration.ofMillis(4);

    private final Subject subject;

    WaitingTrials(Subject subject) {
        this.subject = subject;
    }

    /** One eater is held, the first, the second or the last, and all others are through: serve goes on waiting. */
    void heldEater() {
        for (int capacity : new int[] {1, 5}) {
            for (int held = 0; held < DINERS; held++) {
                heldEater(capacity, held);
            }
        }
    }

    private void heldEater(int capacity, int held) {
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Serving.Wish wish =
                    new Serving.Wish(List.of(new Order("Anna", "soup", 2), new Order("Bo", "rice", 1)), DINERS, table);
            Actor actor = serving.serve(new Kitchens(subject.impatient()).kitchen(capacity), wish);
            serving.begins(table, DINERS);
            List<Table.Dish> begun = table.begun();
            if (!begun.isEmpty()) {
                Table.Dish last = begun.get(Math.min(held, begun.size() - 1));
                begun.stream().filter(dish -> dish.number() != last.number()).forEach(dish -> serving.gate()
                        .release(dish.thread()));
                if (serving.happens(actor::hasEnded, Serving.BRIEFLY)) {
                    throw early(
                            actor,
                            wish,
                            Message.of("kitchen.waits.held", last.diner(), last.food()),
                            Threads.innermost(last.stack(), Message.of("engine.is-here", last.threadName())));
                }
            }
            serving.gate().open();
            Serving.mustBeDue(serving.result(actor), wish);
        }
    }

    /** More dishes than a small number type holds, and than there are cached boxes of: all are eaten, and counted. */
    void manyDishes() {
        Table table = new Table(Table.Manners.HASTY);
        Serving.Wish wish = new Serving.Wish(
                List.of(new Order("Anna", "soup", MANY), new Order("Bo", "rice", MANY), new Order("Anna", "tea", 1)),
                DINERS,
                table);
        try (Serving serving = new Serving()) {
            serving.gate().open();
            Serving.mustBeDue(
                    serving.result(serving.serve(new Kitchens(subject.impatient()).kitchen(DINERS), wish)), wish);
        }
    }

    /** A chef is held at each of its steps: serve does not return without its dish. */
    void heldChef() {
        heldAtEachStep(1, MOST_STEPS, true);
        // whoever comes second does the same; whether it is waited for shows at its first steps
        heldAtEachStep(2, 3, true);
    }

    /** A diner is held at each of its steps: serve does not return without its dish, nor without its count. */
    void heldDiner() {
        heldAtEachStep(1, MOST_STEPS, false);
    }

    private void heldAtEachStep(int which, int most, boolean chef) {
        PlantedNumbers.control();
        Kitchens kitchens = new Kitchens(subject.tracked());
        int nth = 1;
        while (nth <= most && heldAt(kitchens.kitchen(2), which, nth, chef)) {
            nth++;
        }
    }

    private static boolean heldAt(Kitchen kitchen, int which, int nth, boolean chef) {
        try (Serving serving = new Serving()) {
            Predicate<Thread> who =
                    chef ? serving::isChef : thread -> Serving.isDiner(thread) && serving.isOfThis(thread);
            try (Steps steps = Steps.hold(who, which, nth, serving.gate())) {
                // a diner that is to be held comes more than once, while another one has not finished its first dish
                Table table = new Table(dish -> {
                    if (!chef && dish.thread() != steps.chosen()) {
                        serving.gate().pass();
                    }
                });
                int each = chef ? 1 : 2;
                Serving.Wish wish = new Serving.Wish(
                        List.of(new Order("Anna", "soup", each), new Order("Bo", "soup", each)), 2, table);
                Actor actor = serving.serve(kitchen, wish);
                serving.happens(() -> steps.reached() || actor.hasEnded(), GLANCE);
                boolean reached = steps.reached();
                Thread held = steps.chosen();
                serving.releaseAllBut(held);
                boolean ended = serving.happens(actor::hasEnded, GLANCE);
                Message stopped = Message.of(
                        chef ? "kitchen.waits.held-chef" : "kitchen.waits.held-diner",
                        held == null ? "" : held.getName());
                List<Place> where = held == null ? List.of() : Serving.places(held);
                if (held != null && ended && reached && serving.gate().holds(held)) {
                    boolean complete = actor.result() instanceof Map<?, ?> map
                            && wish.due().equals(map);
                    if (table.finished().size() < wish.dishes() || !complete) {
                        throw early(actor, wish, stopped, where);
                    }
                }
                serving.gate().open();
                Map<?, ?> map = serving.result(actor);
                if (!wish.due().equals(map)) {
                    Evidence wrong = Serving.wrong(wish, "kitchen.result", Serving.text(map))
                            .evidence();
                    throw new Violation(reached ? wrong.at(where).because(stopped) : wrong);
                }
                return reached;
            }
        }
    }

    private static Violation early(Actor actor, Serving.Wish wish, Message held, List<Place> where) {
        Message expected = Message.of("kitchen.waits.expected", Serving.text(wish.due()));
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        if (!(actor.result() instanceof Map<?, ?> map)) {
            throw new Violation(Evidence.of(expected, Message.of("kitchen.result.null")));
        }
        return new Violation(Evidence.of(expected, Message.of("kitchen.waits.early", Serving.text(map)))
                .at(where)
                .because(held)
                .hinting(Message.of("kitchen.waits.try")));
    }

    /**
     * Two diners finish the first dish of the same food at the same time. The food's name is long and begins like others,
     * so that looking it up takes so long that one who only looks, and then writes, is met in between.
     */
    void countedAtOnce() {
        for (int trial = 0; trial < 2; trial++) {
            CollidingFoods foods = new CollidingFoods();
            try (Serving serving = new Serving()) {
                serving.gate().open();
                Meeting meeting = new Meeting(2);
                Table table = new Table(dish -> {
                    if (dish.food().equals(foods.last())) {
                        meeting.arrive();
                    }
                });
                Serving.Wish wish = new Serving.Wish(foods.orders("Anna", 2), 2, table);
                Actor actor = serving.serve(new Kitchens(subject.impatient()).kitchen(4), wish);
                Map<?, ?> map = serving.result(actor);
                if (!wish.due().equals(map)) {
                    throw new Violation(Evidence.of(
                                    Message.of(
                                            "kitchen.together.expected",
                                            foods.last().length()),
                                    Message.of(
                                            "kitchen.together.observed",
                                            String.valueOf(map.get(foods.last())),
                                            map.size()))
                            .because(Message.of("kitchen.together.why"))
                            .hinting(Message.of("kitchen.together.try")));
                }
            }
        }
    }
}
