package racecourse.checks.counter;

import static racecourse.checks.protocol.Engine.EXPLORER;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;
import static racecourse.checks.protocol.Engine.RULE;
import static racecourse.checks.protocol.Engine.STRESS;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.exclusion.Controlled;
import racecourse.checks.engine.exclusion.Crowd;
import racecourse.checks.engine.exclusion.Exclusion;
import racecourse.checks.engine.exclusion.IdleWaiting;
import racecourse.checks.engine.exclusion.Independence;
import racecourse.checks.engine.exclusion.Interruption;
import racecourse.checks.engine.exclusion.LookingOn;
import racecourse.checks.engine.exclusion.MixedWaiting;
import racecourse.checks.engine.exclusion.Section;
import racecourse.checks.engine.exclusion.Startled;
import racecourse.checks.engine.exclusion.StepByStep;
import racecourse.checks.engine.exclusion.ThrowingPause;
import racecourse.checks.engine.explore.Explorer;
import racecourse.checks.engine.locks.Exercise;
import racecourse.checks.engine.locks.Exercise.Demand;
import racecourse.checks.engine.locks.LockUsage;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.checks.engine.stress.Stress;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;

/** Lab 11: a counter guarded by a mutex. */
public final class CounterLab implements Lab {
    private static final String SMALLEST = "counter.counts-down";
    private static final LockUsage LOCKS = LockUsage.of(
            Exercise.of(CounterSections.CLASS, "decrement", "value", Demand.ALWAYS_WORKS, Demand.MUTEX_ONLY));

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(CounterSections.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST)
                        .by(PROPERTY, "any-sequence", PropertyRun.of(CounterProperties.class, "countsDown"))
                        .by(PROPERTY, "around-zero", PropertyRun.of(CounterProperties.class, "countsBelowZero")),
                Check.of("counter.pauses-once")
                        .needing(SMALLEST)
                        .by(PROPERTY, "any-sequence", PropertyRun.of(CounterProperties.class, "pausesOnce"))
                        .by(
                                RULE,
                                "paths",
                                Set.of(),
                                LOCKS.keeps("locks.pauses-once", "locks.pause-between-read-and-write")),
                Check.of("counter.no-lost-update")
                        .needing(SMALLEST)
                        .covering(FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "rendezvous", race(Exclusion::holds))
                        .by(RENDEZVOUS, "around-zero", race(Exclusion::holdsAroundZero))
                        .by(RENDEZVOUS, "crowd", Set.of(), trial(Crowd::isAloneInside))
                        .by(
                                RULE,
                                "sections",
                                Set.of(),
                                LOCKS.keeps("locks.one-section", "locks.pause-inside", "locks.lock-never-replaced"))
                        .by(
                                RENDEZVOUS,
                                "startled",
                                Set.of(),
                                subject -> Startled.staysOutside(new CounterSections(subject.startled())))
                        .by(
                                RENDEZVOUS,
                                "step-by-step",
                                Set.of(),
                                subject -> StepByStep.isAloneInside(new CounterSections(subject.stopping())))
                        .by(
                                EXPLORER,
                                "decrements",
                                Explorer.of(
                                        Message.of("counter.explore.decrements"),
                                        Message.of("engine.exclusion.try"),
                                        CounterScripts::decrements))
                        .by(
                                STRESS,
                                "decrement-decrement",
                                Stress.of(
                                        DecrementDecrement.class,
                                        Message.of("counter.stress.decrements"),
                                        Message.of("engine.exclusion.try")))
                        // whether numbers that do not add up are seen is luck; that the rendezvous sees them is not
                        .by(PROPERTY, "any-threads", Set.of(), PropertyRun.of(CounterProperties.class, "threadsAddUp")),
                Check.of("counter.value-was-held")
                        .needing(SMALLEST)
                        .covering(FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "during-a-decrement", trial(LookingOn::seesTheOldNumber))
                        .by(
                                EXPLORER,
                                "values",
                                Explorer.of(
                                        Message.of("counter.stress.values"),
                                        Message.of("engine.looking.try-number"),
                                        CounterScripts::values))
                        .by(
                                STRESS,
                                "decrement-value",
                                Stress.of(
                                        DecrementValue.class,
                                        Message.of("counter.stress.values"),
                                        Message.of("engine.looking.try-number"))),
                Check.of("counter.visible")
                        .needing(SMALLEST)
                        .covering(FaultClass.VISIBILITY)
                        .by(STRESS, "spinning-reader", SpinningReader.of(ValueLoop.class, "decrement()", "value()"))
                        .by(RENDEZVOUS, "asked-again", Set.of(), trial(LookingOn::remembersNothing))
                        .by(RULE, "common-guard", Set.of(), LOCKS.keeps("locks.common-guard")),
                Check.of("counter.exception-safe")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "throwing-pause", trial(ThrowingPause::passesThrough))
                        .by(
                                RULE,
                                "released",
                                Set.of(),
                                LOCKS.keeps("locks.released-on-every-path", "locks.exceptions-pass")),
                Check.of("counter.uninterruptible")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "interrupts", trial(Interruption::isWaitedOut))
                        .by(RULE, "never-gives-up", Set.of(), LOCKS.keeps("locks.never-gives-up")),
                Check.of("counter.waits-idle")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "watched", patient(IdleWaiting::costsNothing))
                        .by(RULE, "waits-idle", Set.of(), LOCKS.keeps("locks.waits-idle")),
                Check.of("counter.independent")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "two-counters", trial(Independence::holds))
                        .by(RULE, "own-lock", Set.of(), LOCKS.keeps("locks.lock-of-its-own")),
                Check.of("counter.always-ends")
                        .needing(SMALLEST)
                        .covering(FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "crowd", patient(CounterLab::crowd))
                        .by(RENDEZVOUS, "mixed", trial(MixedWaiting::ends))
                        .by(RULE, "lock-order", Set.of(), LOCKS.keeps("locks.lock-order")),
                Check.of("counter.mutex")
                        .needing(SMALLEST)
                        .covering(FaultClass.DISCIPLINE)
                        .by(RULE, "mechanism", LOCKS.calls("locks.required-mechanism", "locks.forbidden-shortcut"))
                        .by(RULE, "advice", Set.of(), LOCKS.advises()),
                Check.of("counter.arguments").needing(SMALLEST).by(RENDEZVOUS, "null-pause", subject -> {
                    CounterSections sections = new CounterSections(subject);
                    return NullArguments.refused("new MutexCounter(1, null)", () -> sections.counter(1, null));
                }),
                Check.of("counter.prints-nothing").needing(SMALLEST).by(RENDEZVOUS, "captured", subject -> {
                    CounterSections sections = new CounterSections(subject.impatient());
                    return QuietCalls.print(
                            Set.of(),
                            Call.of(() -> Crowd.ends(sections, 2, 2, 2, 1)),
                            Call.of(() -> ThrowingPause.passesThrough(sections)),
                            Call.of(() -> Interruption.isWaitedOut(sections)));
                }));
    }

    private static void crowd(Section.Maker maker) {
        Crowd.ends(maker, 0, 3, 400, 2);
    }

    private static Detection race(Consumer<Section.Maker> trial) {
        return subject -> Controlled.race(trial, new CounterSections(subject.impatient()));
    }

    private static Detection trial(Consumer<Section.Maker> trial) {
        return subject -> Controlled.trial(trial, new CounterSections(subject.impatient()));
    }

    private static Detection patient(Consumer<Section.Maker> trial) {
        return subject -> Controlled.trial(trial, new CounterSections(subject));
    }
}
