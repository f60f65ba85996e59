package racecourse.checks.tickets;

import static racecourse.checks.protocol.Engine.EXPLORER;
import static racecourse.checks.protocol.Engine.PROCESSES;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;
import static racecourse.checks.protocol.Engine.RULE;
import static racecourse.checks.protocol.Engine.STRESS;

import java.io.IOException;
import java.util.ArrayList;
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
import racecourse.checks.engine.exclusion.Section;
import racecourse.checks.engine.exclusion.Startled;
import racecourse.checks.engine.exclusion.StepByStep;
import racecourse.checks.engine.exclusion.ThrowingPause;
import racecourse.checks.engine.explore.Explorer;
import racecourse.checks.engine.locks.LockUsage;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.stress.Stress;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;

/** Lab 03: tickets sold under mutual exclusion, between threads and between processes. */
public final class TicketsLab implements Lab {
    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Office.THREAD.className(), Office.PROCESS.className());
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        common(Office.THREAD, "tickets.thread-", TicketProperties.OfThreads.class).stream()
                .map(TicketsLab::underStress)
                .forEach(checks::add);
        checks.addAll(common(Office.PROCESS, "tickets.process-", TicketProperties.OfProcesses.class));
        checks.addAll(betweenProcesses("tickets.process-"));
        return checks;
    }

    private static Check underStress(Check check) {
        if (!check.id().equals("tickets.thread-no-oversell")) {
            return check;
        }
        return check.by(
                        EXPLORER,
                        "purchases",
                        Explorer.of(
                                Message.of("tickets.explore.purchases"),
                                Message.of("engine.exclusion.try"),
                                TicketScripts::purchases))
                .by(STRESS, "last-ticket", stress(LastTicket.class, "tickets.stress.last-ticket"))
                .by(STRESS, "two-buys-of-two", stress(TwoBuysOfTwo.class, "tickets.stress.two-of-two"))
                .by(STRESS, "buy-search", stress(BuySearch.class, "tickets.stress.buy-search"));
    }

    private static Detection stress(Class<?> scenario, String expected) {
        return Stress.of(scenario, Message.of(expected), Message.of("engine.exclusion.try"));
    }

    /** What both offices have to do within one JVM. */
    private static List<Check> common(Office office, String prefix, Class<? extends TicketProperties> properties) {
        String smallest = prefix + "sells";
        LockUsage locks = LockUsage.of(office.exercise());
        return List.of(
                Check.of(smallest).by(PROPERTY, "any-sequence", PropertyRun.of(properties, "sells")),
                Check.of(prefix + "reads-afresh")
                        .needing(smallest)
                        .by(PROPERTY, "beside-others", PropertyRun.of(properties, "readsAfresh")),
                Check.of(prefix + "pauses-once")
                        .needing(smallest)
                        .by(PROPERTY, "any-sequence", PropertyRun.of(properties, "pausesOnce"))
                        .by(
                                RULE,
                                "paths",
                                Set.of(),
                                locks.keeps("locks.pauses-once", "locks.pause-between-read-and-write")),
                Check.of(prefix + "no-oversell")
                        .needing(smallest)
                        .covering(FaultClass.INTERLEAVING)
                        .by(
                                RENDEZVOUS,
                                "rendezvous",
                                subject -> Controlled.race(
                                        Exclusion::holds, new TicketSections(office, subject.impatient())))
                        .by(
                                RENDEZVOUS,
                                "startled",
                                Set.of(),
                                subject -> Startled.staysOutside(new TicketSections(office, subject.startled())))
                        .by(
                                RENDEZVOUS,
                                "step-by-step",
                                Set.of(),
                                subject -> StepByStep.isAloneInside(new TicketSections(office, subject.stopping())))
                        .by(RENDEZVOUS, "crowd", Set.of(), trial(office, Crowd::isAloneInside))
                        .by(RENDEZVOUS, "at-the-read", Set.of(), subject -> {
                            ReadRendezvous.holds(office.in(subject.impatient()));
                            return new Outcome.Clean();
                        })
                        .by(RENDEZVOUS, "at-the-write", subject -> {
                            WriteRendezvous.holds(office.in(subject.impatient()));
                            return new Outcome.Clean();
                        })
                        .by(
                                RULE,
                                "sections",
                                Set.of(),
                                locks.keeps("locks.one-section", "locks.pause-inside", "locks.lock-never-replaced"))
                        // whether a loss is seen here is luck; that the rendezvous sees it is not
                        .by(PROPERTY, "any-threads", Set.of(), PropertyRun.of(properties, "threadsShare")),
                Check.of(prefix + "search-never-waits")
                        .needing(smallest)
                        .by(RENDEZVOUS, "during-a-purchase", trial(office, LookingOn::neverWaits))
                        .by(RENDEZVOUS, "asked-again", trial(office, LookingOn::remembersNothing))
                        .by(RULE, "no-lock", Set.of(), locks.keeps("locks.looks-without-lock")),
                Check.of(prefix + "exception-safe")
                        .needing(smallest)
                        .by(RENDEZVOUS, "throwing-pause", trial(office, ThrowingPause::passesThrough))
                        .by(
                                RULE,
                                "released",
                                Set.of(),
                                locks.keeps("locks.released-on-every-path", "locks.exceptions-pass"))
                        .by(RULE, "advice", Set.of(), locks.advises())
                        .by(RENDEZVOUS, "throwing-store", store(office, StoreTrials::problemsPassThrough))
                        .by(RENDEZVOUS, "refusals", store(office, StoreTrials::refusalsLeaveTheMutex)),
                Check.of(prefix + "interrupt-safe")
                        .needing(smallest)
                        .by(RENDEZVOUS, "interrupts", trial(office, Interruption::isWaitedOutOrThrown))
                        .by(RULE, "never-gives-up", Set.of(), locks.keeps("locks.never-gives-up"))
                        .by(RENDEZVOUS, "refusals", store(office, StoreTrials::flagOutlivesRefusals)),
                Check.of(prefix + "waits-idle")
                        .needing(smallest)
                        .by(RENDEZVOUS, "watched", patient(office, IdleWaiting::costsNothing))
                        .by(RULE, "waits-idle", Set.of(), locks.keeps("locks.waits-idle")),
                Check.of(prefix + "independent")
                        .needing(smallest)
                        .by(RENDEZVOUS, "two-offices", trial(office, Independence::holds))
                        .by(RULE, "own-lock", Set.of(), locks.keeps("locks.lock-of-its-own")),
                Check.of(prefix + "always-ends")
                        .needing(smallest)
                        .covering(FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "crowd", patient(office, TicketsLab::crowd))
                        .by(RULE, "lock-order", Set.of(), locks.keeps("locks.lock-order")),
                Check.of(prefix + "store-monitor")
                        .needing(smallest)
                        .by(RENDEZVOUS, "held-by-another", store(office, StoreTrials::monitorIsTheStores))
                        .by(RULE, "monitor", Set.of(), locks.keeps("locks.store-monitor")),
                Check.of(prefix + "refuses-negative")
                        .needing(smallest)
                        .by(RENDEZVOUS, "negative", store(office, StoreTrials::negativeIsRefused)),
                Check.of(prefix + "arguments")
                        .needing(smallest)
                        .by(
                                RENDEZVOUS,
                                "null-store",
                                subject -> NullArguments.refused(
                                        "new " + office.simpleName() + "(null, pause)",
                                        () -> office.in(subject).open(null, Pause.NONE)))
                        .by(
                                RENDEZVOUS,
                                "null-pause",
                                subject -> NullArguments.refused(
                                        "new " + office.simpleName() + "(store, null)",
                                        () -> office.in(subject).open(office.store(1, access -> {}), null)))
                        .by(RENDEZVOUS, "null-passenger", subject -> nullPassenger(office.in(subject), 1))
                        .by(RENDEZVOUS, "null-passenger-sold-out", subject -> nullPassenger(office.in(subject), 0)),
                Check.of(prefix + "prints-nothing")
                        .needing(smallest)
                        .by(
                                RENDEZVOUS,
                                "captured",
                                subject -> quiet(office, new TicketSections(office, subject.impatient()))));
    }

    private static Outcome quiet(Office office, TicketSections sections) throws Throwable {
        Office other = office == Office.THREAD ? Office.PROCESS : Office.THREAD;
        return QuietCalls.print(
                Set.of(other.className()),
                Call.of(() -> Crowd.ends(sections, 4, 2, 2, 1)),
                Call.of(() -> ThrowingPause.passesThrough(sections)),
                Call.of(() -> Interruption.isWaitedOutOrThrown(sections)));
    }

    /** What only the office between processes has to do. */
    private static List<Check> betweenProcesses(String prefix) {
        String smallest = prefix + "sells";
        return List.of(
                Check.of(prefix + "file-lock")
                        .needing(smallest)
                        .covering(FaultClass.INTERLEAVING)
                        .by(PROCESSES, "seen-from-outside", between(ProcessTrials::lockIsHeldInAPurchase))
                        .by(PROCESSES, "held-from-outside", between(ProcessTrials::waitsForAnotherProcess))
                        .by(PROCESSES, "not-dropped", Set.of(), between(ProcessTrials::lockIsNotDropped))
                        .by(PROCESSES, "leaver", Set.of(), between(ProcessTrials::leaverDropsNothing)),
                Check.of(prefix + "several-jvms")
                        .needing(smallest)
                        .covering(FaultClass.INTERLEAVING)
                        .by(PROCESSES, "one-is-killed", subject -> {
                            SeveralProcesses.share(subject);
                            return new Outcome.Clean();
                        }),
                Check.of(prefix + "lock-file")
                        .needing(smallest)
                        .by(PROCESSES, "there-already", between(ProcessTrials::lockFileMeansNothing))
                        .by(PROCESSES, "written-through", between(ProcessTrials::writesThroughTheFile))
                        .by(PROCESSES, "real-failures", between(ProcessTrials::realFailuresAreTold)),
                Check.of(prefix + "gives-back")
                        .needing(smallest)
                        .by(PROCESSES, "after-problems", between(ProcessTrials::problemsGiveTheLockBack)),
                Check.of(prefix + "interrupt-outside")
                        .needing(smallest)
                        .by(
                                PROCESSES,
                                "held-from-outside",
                                between(ProcessTrials::interruptedWhileAnotherProcessHolds)));
    }

    private static void crowd(Section.Maker maker) {
        Crowd.ends(maker, 200, 3, 40, 1);
    }

    private static Outcome nullPassenger(Office.Opening opening, int tickets) throws Throwable {
        TicketOffice office = opening.open(opening.office().store(tickets, access -> {}), Pause.NONE);
        return NullArguments.refused("buy(null)", () -> office.buy(null));
    }

    private static Detection trial(Office office, Consumer<Section.Maker> trial) {
        return subject -> Controlled.trial(trial, new TicketSections(office, subject.impatient()));
    }

    private static Detection patient(Office office, Consumer<Section.Maker> trial) {
        return subject -> Controlled.trial(trial, new TicketSections(office, subject));
    }

    private static Detection store(Office office, Consumer<StoreTrials> trial) {
        return subject -> {
            trial.accept(new StoreTrials(office.in(subject)));
            return new Outcome.Clean();
        };
    }

    /** A trial that may fail to make its files. */
    @FunctionalInterface
    private interface Between {
        void run(ProcessTrials trials) throws IOException;
    }

    private static Detection between(Between trial) {
        return subject -> {
            trial.run(new ProcessTrials(subject));
            return new Outcome.Clean();
        };
    }
}
