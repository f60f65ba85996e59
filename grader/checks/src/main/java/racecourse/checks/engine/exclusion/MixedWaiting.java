package racecourse.checks.engine.exclusion;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;

/** Those who take and those who ask wait side by side: whoever is woken must not keep a wake-up that others need. */
public final class MixedWaiting {
    private static final List<String> ORDERS =
            List.of("ask take", "take ask", "ask ask take", "ask take take", "take ask take");

    private MixedWaiting() {}

    /**
     * Holds a thread inside and has others wait, in every order; then lets it go.
     *
     * @param maker makes the sections
     * @throws Violation if one of the others waits for ever, or throws
     */
    public static void ends(Section.Maker maker) {
        for (String order : ORDERS) {
            wait(maker, List.of(order.split(" ")));
        }
    }

    private static void wait(Section.Maker maker, List<String> order) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            List<Actor> outside = new ArrayList<>();
            for (String what : order) {
                String name = String.valueOf((char) ('B' + outside.size()));
                Actor next = what.equals("take") ? trial.take(name) : trial.start(name, trial.section()::left);
                // whether it has to wait is another check's affair
                trial.settle(next);
                outside.add(next);
            }
            trial.gate().open();
            trial.scene().awaitEnd(inside, Message.of("engine.take.ends", maker.take(), inside.name()));
            for (Actor actor : outside) {
                trial.scene().awaitEnd(actor, Message.of("engine.crowd.ends"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("engine.crowd.ends"), actor.thrown());
                }
            }
        }
    }
}
