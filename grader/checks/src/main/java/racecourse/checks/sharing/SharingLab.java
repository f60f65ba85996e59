package racecourse.checks.sharing;

import static racecourse.checks.protocol.Engine.PROCESSES;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;
import static racecourse.checks.protocol.Engine.RULE;
import static racecourse.checks.protocol.Engine.STRESS;

import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.processes.Hosted;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.checks.engine.stress.Stress;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;

/** Lab 10: threads share memory, processes do not. */
public final class SharingLab implements Lab {
    private static final String MONEY = "sharing.money-holds";
    private static final String HANDOFF = "sharing.handoff-polls";
    private static final String THREAD = "sharing.thread-assigns";
    private static final String PROCESS = "sharing.process-keeps";
    private static final String STARTS = "sharing.process-starts";

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Sharing.MONEY, Sharing.HANDOFF, Sharing.EXPERIMENT);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(MONEY).by(PROPERTY, "any-amounts", PropertyRun.of(SharingProperties.class, "moneyHolds")),
                Check.of("sharing.money-visible")
                        .needing(MONEY)
                        .covering(FaultClass.VISIBILITY, FaultClass.INTERLEAVING)
                        .by(
                                STRESS,
                                "spinning-reader",
                                Set.of(FaultClass.VISIBILITY),
                                SpinningReader.of(MoneyLoop.class, "set(…)", "get()"))
                        .by(
                                RENDEZVOUS,
                                "interleaved",
                                Set.of(FaultClass.INTERLEAVING),
                                MoneyPlots.all().interleaved())
                        .by(RENDEZVOUS, "taking-turns", Set.of(), TakingTurns::money)
                        .by(
                                RULE,
                                "memory-model",
                                Set.of(FaultClass.VISIBILITY),
                                MoneyPlots.all().weakly())
                        .by(STRESS, "two-monies", Set.of(), seen(SetsAndGets.class, "sharing.money.volatile"))
                        .by(STRESS, "other-data", Set.of(), seen(SetBesideOtherData.class, "sharing.money.volatile")),
                Check.of(HANDOFF)
                        .by(PROPERTY, "any-sequence", PropertyRun.of(SharingProperties.class, "handoffPolls"))
                        .by(PROPERTY, "many-publishes", ManyPublishes::poll),
                Check.of("sharing.handoff-visible")
                        .needing(HANDOFF)
                        .covering(FaultClass.VISIBILITY)
                        .by(
                                STRESS,
                                "spinning-poller",
                                SpinningReader.ofEach(
                                        "publish(…)",
                                        new SpinningReader.Asking(FirstPollLoop.class, "poll()"),
                                        new SpinningReader.Asking(NextPollLoop.class, "poll()")))
                        .by(RENDEZVOUS, "taking-turns", Set.of(), TakingTurns::handoff)
                        .by(RULE, "memory-model", HandoffPlots.seen().weakly()),
                Check.of("sharing.handoff-data")
                        .needing(HANDOFF)
                        .covering(FaultClass.VISIBILITY, FaultClass.INTERLEAVING)
                        .by(
                                RENDEZVOUS,
                                "interleaved",
                                Set.of(FaultClass.INTERLEAVING),
                                HandoffPlots.atOnce().interleaved())
                        .by(
                                RULE,
                                "memory-model",
                                Set.of(FaultClass.VISIBILITY),
                                HandoffPlots.data().weakly())
                        .by(
                                STRESS,
                                "publish-and-poll",
                                Set.of(FaultClass.VISIBILITY),
                                handedOver(PublishAndPoll.class)),
                Check.of(THREAD)
                        .by(PROPERTY, "any-numbers", PropertyRun.of(SharingProperties.class, "threadAssigns"))
                        .by(RENDEZVOUS, "started", ThreadTrials::starts)
                        .by(RENDEZVOUS, "held", ThreadTrials::waits),
                Check.of("sharing.thread-interrupt")
                        .needing(THREAD)
                        .by(RENDEZVOUS, "while-it-waits", ThreadTrials::interrupted),
                Check.of(PROCESS).by(PROCESSES, "any-numbers", Hosted.of(ProcessTrials.Keeps.class)),
                Check.of(STARTS).needing(PROCESS).by(PROCESSES, "started", Hosted.of(ProcessTrials.ReallyStarts.class)),
                Check.of("sharing.process-assigns")
                        .needing(STARTS)
                        .by(PROCESSES, "told", Hosted.of(ProcessTrials.ChildAssigns.class)),
                Check.of("sharing.process-ended")
                        .needing(STARTS)
                        .by(PROCESSES, "returned", Hosted.of(ProcessTrials.Ended.class))
                        .by(PROCESSES, "interrupted", Hosted.of(ProcessTrials.Interrupted.class)),
                Check.of("sharing.process-fails")
                        .needing(STARTS)
                        .by(PROCESSES, "failing-child", Hosted.of(ProcessTrials.Fails.class)),
                Check.of("sharing.independent")
                        .needing(THREAD, STARTS)
                        .by(RENDEZVOUS, "two-threads", ThreadTrials::apart)
                        .by(PROCESSES, "two-processes", Hosted.of(ProcessTrials.Apart.class)),
                Check.of("sharing.prints-nothing")
                        .needing(MONEY, HANDOFF, THREAD)
                        .by(RENDEZVOUS, "captured", SharingLab::quiet)
                        .by(PROCESSES, "inherited", Hosted.quiet(ProcessTrials.Quiet.class)));
    }

    private static Detection seen(Class<?> scenario, String expected) {
        return Stress.of(scenario, Message.of(expected), Message.of("sharing.money.try"));
    }

    private static Detection handedOver(Class<?> scenario) {
        return Stress.of(scenario, Message.of("sharing.handoff.data"), Message.of("sharing.handoff.try"));
    }

    private static racecourse.checks.protocol.Outcome quiet(racecourse.checks.engine.Subject subject) throws Throwable {
        return QuietCalls.print(
                Call.of(() -> {
                    var money = Sharing.money(subject, 1);
                    money.set(money.get() + 1);
                }),
                Call.of(() -> {
                    var handoff = Sharing.handoff(subject);
                    handoff.poll();
                    handoff.publish(1);
                    handoff.poll();
                }),
                Call.of(() -> Sharing.experiment(subject).afterThread(1, 2)));
    }
}
