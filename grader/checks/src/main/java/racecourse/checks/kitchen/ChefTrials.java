package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Who cooks: one thread for each chef, all at once, each in the order of the list. */
final class ChefTrials {
    /** More than a pool of a few has, and some that only a strict eye tells from each other. */
    private static final List<String> NAMES =
            List.of("Anna", "anna", "ANNA", "Anna ", "", "Bo", "Chen", "Dora", "Eli", "Fay", "Gus", "Hal");

    private static final int TURNS = 4;

    private final IntFunction<Kitchen> kitchens;

    ChefTrials(Subject subject) {
        this(new Kitchens(subject.impatient())::kitchen);
    }

    private ChefTrials(IntFunction<Kitchen> kitchens) {
        this.kitchens = kitchens;
    }

    /** Returns the trials of a control. */
    static ChefTrials planted(PlantedKitchen.Fault fault) {
        return new ChefTrials(PlantedKitchen.of(fault));
    }

    /** While the one diner is held and the queue is full, every chef has a thread that waits for room. */
    void cookAtOnce() {
        List<Order> orders =
                NAMES.stream().map(name -> new Order(name, "soup", 3)).toList();
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Actor actor = serving.serve(kitchens.apply(1), new Serving.Wish(orders, 1, table));
            // none of them can be through: the table has one dish and the queue another
            if (!serving.happens(() -> cooks(serving, actor).size() >= orders.size(), Serving.SURELY)
                    && !actor.hasEnded()) {
                List<Thread> cooks = cooks(serving, actor);
                throw new Violation(Evidence.of(
                                Message.of("kitchen.chefs.expected"),
                                Message.of("kitchen.chefs.observed", cooks.size(), orders.size()))
                        .at(cooks.stream()
                                .flatMap(cook -> Serving.places(cook).stream())
                                .toList())
                        .hinting(Message.of("kitchen.chefs.try")));
            }
            serving.gate().open();
            serving.result(actor);
        }
    }

    /** Whoever calls serve may cook for one of them. */
    private static List<Thread> cooks(Serving serving, Actor actor) {
        List<Thread> cooks = new ArrayList<>(serving.cooks());
        if (Threads.ownFrames(List.of(actor.thread().getStackTrace())).stream()
                .anyMatch(frame -> frame.getMethodName().equals("put"))) {
            cooks.add(actor.thread());
        }
        return cooks;
    }

    /** One chef with several orders cooks them one after the other, though the diner is slow at first. */
    void cookInOrder() {
        List<Order> orders = List.of(
                new Order("Anna", "soup", 2),
                new Order("Anna", "rice", 1),
                new Order("Anna", "soup", 1),
                new Order("Anna", "tea", 2),
                new Order("Anna", "rice", 2));
        for (int capacity : new int[] {1, 2}) {
            try (Serving serving = new Serving()) {
                Table table = new Table(dish -> serving.gate().pass());
                Actor actor = serving.serve(kitchens.apply(capacity), new Serving.Wish(orders, 1, table));
                serving.begins(table, 1);
                // whoever else cooks for the same chef is waiting for room by then
                serving.comesToRest();
                serving.gate().open();
                serving.result(actor);
                inOrder(orders, table.begun().stream().map(Table.Dish::food).toList());
            }
        }
    }

    /**
     * Two chefs whose orders come in turn, and whose names are equal every time but never the same object. A thread for
     * each order, or for each turn, would be waiting for room by then, and they would take turns.
     */
    void cookInOrderBesideOthers() {
        List<Order> orders = new ArrayList<>();
        for (int turn = 1; turn <= TURNS; turn++) {
            for (String chef : List.of("Anna", "Bo")) {
                orders.add(new Order(String.valueOf(chef.toCharArray()), chef + "'s " + turn, 2));
            }
        }
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Actor actor = serving.serve(kitchens.apply(1), new Serving.Wish(orders, 1, table));
            serving.begins(table, 1);
            serving.comesToRest();
            serving.gate().open();
            serving.result(actor);
            inOrderOfEach(orders, table);
        }
    }

    /** What was eaten by one diner, whose foods tell by whom they are, is in each chef's order. */
    static void inOrderOfEach(List<Order> orders, Table table) {
        for (String chef : orders.stream().map(Order::chef).distinct().toList()) {
            inOrder(
                    orders.stream().filter(order -> order.chef().equals(chef)).toList(),
                    table.begun().stream()
                            .map(Table.Dish::food)
                            .filter(food -> food.startsWith(chef + "'s "))
                            .toList());
        }
    }

    /** What was eaten by one diner, of one chef's orders, is in the order of the list, dish by dish. */
    static void inOrder(List<Order> orders, List<String> eaten) {
        List<String> due = new ArrayList<>();
        for (Order order : orders) {
            for (int dish = 0; dish < order.dishes(); dish++) {
                due.add(order.food());
            }
        }
        // what is missing or too much is another check's affair
        int common = Math.min(due.size(), eaten.size());
        if (!due.subList(0, common).equals(eaten.subList(0, common))) {
            throw new Violation(
                    Evidence.of(Message.of("kitchen.order.expected", due), Message.of("kitchen.order.observed", eaten))
                            .hinting(Message.of("kitchen.order.try")));
        }
    }
}
