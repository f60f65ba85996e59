package racecourse.checks.kitchen;

import static racecourse.checks.protocol.Engine.PROCESSES;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;
import static racecourse.checks.protocol.Engine.RULE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.queue.QueueChecks;

/** Lab 06: producers, consumers and a queue that can be waited for. */
public final class KitchenLab implements Lab {
    private static final String QUEUE = "kitchen.queue-";
    private static final String QUEUE_SMALLEST = QueueChecks.smallest(QUEUE);
    private static final String SERVES = "kitchen.serves";

    @Override
    public String name() {
        return "kitchen";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Kitchens.QUEUE, Kitchens.KITCHEN);
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.addAll(QueueChecks.of(QUEUE, Kitchens.QUEUE));
        checks.addAll(joining());
        checks.addAll(serving());
        return checks;
    }

    /** What it has to do beyond. */
    private static List<Check> joining() {
        return List.of(
                Check.of("kitchen.join-returns")
                        .needing(QUEUE_SMALLEST)
                        .covering(FaultClass.BEHAVIOUR, FaultClass.LOST_WAKE_UP)
                        .by(RENDEZVOUS, "at-once", joins(JoinTrials::joinsAtOnce))
                        .by(RENDEZVOUS, "exactly-then", joins(JoinTrials::joinsExactlyThen))
                        .by(
                                RENDEZVOUS,
                                "put-later",
                                joins(JoinTrials::joinsWhatComesLater, PlantedJoins.Fault.OWN_TARGET))
                        .by(RENDEZVOUS, "two-queues", joins(JoinTrials::countsItsOwn, PlantedJoins.Fault.SHARED_COUNT))
                        .by(RENDEZVOUS, "beside-others", joins(JoinTrials::besideOthersWhoWait))
                        .by(RENDEZVOUS, "in-time", CountingTrials::joinsInTime)
                        .by(RENDEZVOUS, "old-zero", CountingTrials::joinsNotTooEarly)
                        // where it follows the code to the end is not known beforehand
                        .by(RULE, "memory-model", Set.of(), JoinPlots.order().weakly())
                        .by(RENDEZVOUS, "crowd", Set.of(), joins(JoinTrials::crowdIsJoined)),
                Check.of("kitchen.counts-before-seen")
                        .needing(QUEUE_SMALLEST)
                        .covering(FaultClass.BEHAVIOUR, FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "held-putter", CountingTrials::countedBeforeSeen)
                        .by(RENDEZVOUS, "waiting-put", joins(JoinTrials::waitingPutDoesNotCount))
                        .by(RENDEZVOUS, "refused-null", joins(JoinTrials::refusedNullDoesNotCount))
                        .by(RENDEZVOUS, "beside-others", CountingTrials::puttersAreCounted),
                Check.of("kitchen.task-done-refuses")
                        .needing(QUEUE_SMALLEST)
                        .covering(FaultClass.BEHAVIOUR, FaultClass.INTERLEAVING)
                        .by(PROPERTY, "any-sequence", PropertyRun.of(KitchenProperties.class, "countsLikeAModel"))
                        .by(RENDEZVOUS, "too-many", joins(JoinTrials::refusesOneTooMany))
                        .by(RENDEZVOUS, "not-got", joins(JoinTrials::acceptsWhatWasNotGot))
                        .by(RENDEZVOUS, "held-finisher", CountingTrials::finishedOnce),
                Check.of("kitchen.join-interrupt")
                        .needing(QUEUE_SMALLEST)
                        .by(RENDEZVOUS, "first-of-two", joins(JoinTrials::interruptedJoinThrows))
                        .by(
                                RENDEZVOUS,
                                "next-one",
                                joins(JoinTrials::joinAfterAnInterruptedOne, PlantedJoins.Fault.PERMIT_LEFT)),
                Check.of("kitchen.join-idle")
                        .needing(QUEUE_SMALLEST)
                        .by(RENDEZVOUS, "watched", joins(JoinTrials::joinCostsNothing)));
    }

    /** What a kitchen has to do. */
    private static List<Check> serving() {
        return List.of(
                Check.of(SERVES)
                        .by(PROPERTY, "one-chef", PropertyRun.of(KitchenProperties.class, "serves"))
                        .by(PROPERTY, "no-dishes", PropertyRun.of(KitchenProperties.class, "leavesOutNoDishes")),
                Check.of("kitchen.waits-for-all")
                        .needing(SERVES)
                        .covering(FaultClass.BEHAVIOUR, FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "held-eater", on(WaitingTrials::new, WaitingTrials::heldEater))
                        .by(RENDEZVOUS, "held-chef", on(WaitingTrials::new, WaitingTrials::heldChef))
                        .by(RENDEZVOUS, "held-diner", on(WaitingTrials::new, WaitingTrials::heldDiner))
                        .by(
                                RENDEZVOUS,
                                "counted-at-once",
                                Set.of(),
                                on(WaitingTrials::new, WaitingTrials::countedAtOnce))
                        .by(RENDEZVOUS, "many-dishes", Set.of(), on(WaitingTrials::new, WaitingTrials::manyDishes))
                        .by(PROPERTY, "any-orders", Set.of(), PropertyRun.of(KitchenProperties.class, "waitsForAll")),
                Check.of("kitchen.chefs")
                        .needing(SERVES, QUEUE_SMALLEST)
                        .by(RENDEZVOUS, "at-once", on(ChefTrials::new, ChefTrials::cookAtOnce))
                        .by(RENDEZVOUS, "one-chef-many-orders", on(ChefTrials::new, ChefTrials::cookInOrder))
                        .by(
                                RENDEZVOUS,
                                "chefs-in-turn",
                                controlled(
                                        ChefTrials::new,
                                        ChefTrials::planted,
                                        ChefTrials::cookInOrderBesideOthers,
                                        PlantedKitchen.Fault.CHEF_FOR_EACH_ORDER))
                        .by(PROPERTY, "list-order", PropertyRun.of(KitchenProperties.class, "keepsListOrder")),
                Check.of("kitchen.diners")
                        .needing(SERVES)
                        .by(RENDEZVOUS, "all-held", on(DinerTrials::new, DinerTrials::eatAtOnce))
                        .by(
                                RENDEZVOUS,
                                "one-dish",
                                controlled(
                                        DinerTrials::new,
                                        DinerTrials::planted,
                                        DinerTrials::comeThoughThereIsLittle,
                                        PlantedKitchen.Fault.DINERS_AS_NEEDED))
                        .by(
                                RENDEZVOUS,
                                "late-starter",
                                controlled(
                                        DinerTrials::new,
                                        DinerTrials::planted,
                                        DinerTrials::keepTheirNames,
                                        PlantedKitchen.Fault.NUMBERS_DRAWN)),
                Check.of("kitchen.eater-fails")
                        .needing(SERVES)
                        .by(RENDEZVOUS, "each-mishap", on(MishapTrials::new, MishapTrials::eachMishap))
                        .by(
                                PROPERTY,
                                "any-mishaps",
                                Set.of(),
                                PropertyRun.of(KitchenProperties.class, "eatersMayFail")),
                Check.of("kitchen.validates")
                        .needing(SERVES)
                        .by(RENDEZVOUS, "capacities", on(RefusalTrials::new, RefusalTrials::badCapacities))
                        .by(RENDEZVOUS, "numbers", on(RefusalTrials::new, RefusalTrials::badNumbers))
                        .by(RENDEZVOUS, "nulls", on(RefusalTrials::new, RefusalTrials::nulls)),
                Check.of("kitchen.interrupt")
                        .needing(SERVES)
                        .by(RENDEZVOUS, "at-once", on(InterruptTrials::new, InterruptTrials::throwsAtOnce))
                        .by(RENDEZVOUS, "chefs-end", on(InterruptTrials::new, InterruptTrials::chefsEnd))
                        .by(RENDEZVOUS, "flag-on-entry", on(InterruptTrials::new, InterruptTrials::flagOnEntryEnds)),
                Check.of("kitchen.independent")
                        .needing(SERVES)
                        .by(
                                RENDEZVOUS,
                                "one-kitchen",
                                on(IndependenceTrials::new, IndependenceTrials::atOnceInOneKitchen))
                        .by(
                                RENDEZVOUS,
                                "two-kitchens",
                                on(IndependenceTrials::new, IndependenceTrials::atOnceInTwoKitchens))
                        .by(
                                RENDEZVOUS,
                                "one-interrupted",
                                controlled(
                                        IndependenceTrials::new,
                                        IndependenceTrials::planted,
                                        IndependenceTrials::besideAnInterruptedOne,
                                        PlantedKitchen.Fault.CHEFS_SHARED))
                        .by(
                                RENDEZVOUS,
                                "one-after-the-other",
                                on(IndependenceTrials::new, IndependenceTrials::oneAfterTheOther)),
                Check.of("kitchen.jvm-exits")
                        .needing(SERVES)
                        .by(PROCESSES, "main-returns", KitchenProcess.endsAfter(KitchenProcess.Way.SERVED))
                        .by(PROCESSES, "main-interrupted", KitchenProcess.endsAfter(KitchenProcess.Way.INTERRUPTED)),
                Check.of("kitchen.prints-nothing").needing(SERVES).by(RENDEZVOUS, "captured", KitchenLab::quiet));
    }

    private static Outcome quiet(Subject subject) throws Throwable {
        Deaths.control();
        try (Deaths deaths = new Deaths()) {
            Outcome outcome = QuietCalls.print(
                    Call.of(new MishapTrials(subject)::eachMishap),
                    Call.of(new JoinTrials(subject)::refusesOneTooMany),
                    Call.of(new InterruptTrials(subject)::flagOnEntryEnds),
                    Call.of(deaths::forget),
                    Call.of(new InterruptTrials(subject)::chefsEnd));
            deaths.mustBeNone();
            return outcome;
        }
    }

    private static Detection joins(Consumer<JoinTrials> trial) {
        return on(JoinTrials::new, trial);
    }

    /** A trial that spares a right count and catches a wrong one. */
    private static Detection joins(Consumer<JoinTrials> trial, PlantedJoins.Fault wrong) {
        return subject -> {
            Controls.mustSpare(() -> trial.accept(JoinTrials.planted(PlantedJoins.Fault.NONE)));
            Controls.mustCatch(() -> trial.accept(JoinTrials.planted(wrong)));
            return joins(trial).detect(subject);
        };
    }

    /** A trial that spares a right kitchen and catches a wrong one. */
    private static <T> Detection controlled(
            Function<Subject, T> trials,
            Function<PlantedKitchen.Fault, T> planted,
            Consumer<T> trial,
            PlantedKitchen.Fault wrong) {
        return subject -> {
            Controls.mustSpare(() -> trial.accept(planted.apply(PlantedKitchen.Fault.NONE)));
            Controls.mustCatch(() -> trial.accept(planted.apply(wrong)));
            return on(trials, trial).detect(subject);
        };
    }

    private static <T> Detection on(Function<Subject, T> trials, Consumer<T> trial) {
        return subject -> {
            trial.accept(trials.apply(subject));
            return new Outcome.Clean();
        };
    }
}
