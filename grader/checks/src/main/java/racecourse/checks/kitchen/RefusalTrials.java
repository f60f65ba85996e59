package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Steps;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** What a kitchen refuses, and that it has not begun by then. */
final class RefusalTrials {
    /** More than a queue for one can take: a chef of these cannot be through before somebody eats. */
    private static final Order GOOD = new Order("Anna", "soup", 4);

    private final Subject subject;

    RefusalTrials(Subject subject) {
        this.subject = subject;
    }

    /** A kitchen for less than one dish is refused. */
    void badCapacities() {
        for (int capacity : new int[] {0, -1, Integer.MIN_VALUE}) {
            Message expected = Message.of("kitchen.refuses.capacity", capacity);
            Actor actor = Scene.call("A", expected, () -> new Kitchens(subject).newKitchen(capacity));
            refused(actor, IllegalArgumentException.class, expected);
        }
    }

    /** Fewer than one diner, and dishes below none, wherever in the list, are refused before anybody starts. */
    void badNumbers() {
        List<Order> good = List.of(GOOD);
        refuses(good, 0, "serve([Anna: 4 × soup], 0, eater)", IllegalArgumentException.class);
        refuses(good, -1, "serve([Anna: 4 × soup], -1, eater)", IllegalArgumentException.class);
        refuses(List.of(), 0, "serve([], 0, eater)", IllegalArgumentException.class);
        Order bad = new Order("Bo", "rice", -1);
        refuses(List.of(bad), 1, "serve([Bo: -1 × rice], 1, eater)", IllegalArgumentException.class);
        refuses(
                List.of(GOOD, GOOD, bad),
                2,
                "serve([Anna: 4 × soup, Anna: 4 × soup, Bo: -1 × rice], 2, eater)",
                IllegalArgumentException.class);
        refuses(
                List.of(GOOD, new Order("Anna", "soup", -4)),
                1,
                "serve([Anna: 4 × soup, Anna: -4 × soup], 1, eater)",
                IllegalArgumentException.class);
    }

    /** Null is refused, as an order among others too. */
    void nulls() {
        Eater eater = (diner, food) -> {};
        refuses(null, 1, eater, "serve(null, 1, eater)", NullPointerException.class);
        refuses(List.of(GOOD), 1, null, "serve([Anna: 4 × soup], 1, null)", NullPointerException.class);
        refuses(List.of(), 1, null, "serve([], 1, null)", NullPointerException.class);
        List<@Nullable Order> last = new ArrayList<>(Arrays.asList(GOOD, GOOD, null));
        refuses(last, 2, "serve([Anna: 4 × soup, Anna: 4 × soup, null], 2, eater)", NullPointerException.class);
        List<@Nullable Order> only = new ArrayList<>();
        only.add(null);
        refuses(only, 1, "serve([null], 1, eater)", NullPointerException.class);
    }

    private void refuses(List<? extends @Nullable Order> orders, int diners, String text, Class<?> expected) {
        refuses(orders, diners, (diner, food) -> {}, text, expected);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // nulls where the contract refuses them: that is the trial
    private void refuses(
            @Nullable List<? extends @Nullable Order> orders,
            int diners,
            @Nullable Eater eater,
            String text,
            Class<?> wanted) {
        Message expected = Message.of("kitchen.refuses.expected", text, wanted.getSimpleName());
        Kitchen kitchen = new Kitchens(subject.tracked()).kitchen(1);
        try (Scene scene = new Scene()) {
            scene.gate().open();
            try (Steps steps = Steps.watch(thread -> scene.isNew(thread) && !isCommon(thread))) {
                Actor actor = scene.start("A", () -> kitchen.serve((List<Order>) orders, diners, eater));
                // a serving that has begun may wait for ever for what was asked of it
                if (!scene.happens(actor::hasEnded, Serving.BRIEFLY)) {
                    nobodyHasBegun(steps, text);
                }
                scene.awaitEnd(actor, expected);
                refused(actor, wanted, expected);
                scene.happens(() -> !steps.seen().isEmpty(), Serving.BRIEFLY);
                nobodyHasBegun(steps, text);
            }
        }
    }

    private static void nobodyHasBegun(Steps steps, String text) {
        Set<Thread> seen = steps.seen();
        if (!seen.isEmpty()) {
            Thread first = seen.iterator().next();
            throw new Violation(Evidence.of(
                            Message.of("kitchen.refuses.before"),
                            Message.of("kitchen.refuses.started", text, seen.size(), first.getName()))
                    .at(Serving.places(first))
                    .hinting(Message.of("kitchen.refuses.try")));
        }
    }

    /** Who looks at a list in parallel starts nobody. */
    private static boolean isCommon(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    private static void refused(Actor actor, Class<?> wanted, Message expected) {
        if (actor.thrown() == null) {
            throw new Violation(
                    Evidence.of(expected, Message.of("kitchen.refuses.accepted", String.valueOf(actor.result())))
                            .hinting(Message.of("kitchen.refuses.try")));
        }
        if (!wanted.isInstance(actor.thrown())) {
            throw Scene.threw(expected, actor.thrown());
        }
    }
}
