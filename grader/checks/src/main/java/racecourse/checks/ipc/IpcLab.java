package racecourse.checks.ipc;

import static racecourse.checks.protocol.Engine.PROCESSES;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;

import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Outcome;

/** Lab 05: messages between processes, over a stream of bytes. */
public final class IpcLab implements Lab {
    private static final String SMALLEST = "ipc.round-trip";

    @Override
    public String name() {
        return "ipc";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(FramedMessengers.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST).by(RENDEZVOUS, "three-messages", Controlled.plain(RoundTrip::comesBack)),
                Check.of("ipc.wire-format")
                        .needing(SMALLEST)
                        .by(PROPERTY, "writes", PropertyRun.of(MessageProperties.class, "writesFrames"))
                        .by(PROPERTY, "reads", PropertyRun.of(MessageProperties.class, "readsFrames"))
                        .by(RENDEZVOUS, "lengths", Controlled.plain(Wire::lengths)),
                Check.of("ipc.any-message")
                        .needing(SMALLEST)
                        .by(PROPERTY, "any-texts", PropertyRun.of(MessageProperties.class, "comeBack"))
                        .by(RENDEZVOUS, "long", Controlled.plain(SpecialMessages::longComeBack))
                        .by(RENDEZVOUS, "special", Controlled.plain(SpecialMessages::specialComeBack))
                        .by(RENDEZVOUS, "longest-sent", Controlled.plain(SpecialMessages::longestIsSent))
                        .by(RENDEZVOUS, "longest-received", Controlled.plain(SpecialMessages::longestIsReceived))
                        .by(RENDEZVOUS, "8-mib-received", Controlled.plain(SpecialMessages::eightMebibytesAreReceived)),
                Check.of("ipc.any-split")
                        .needing(SMALLEST)
                        .by(PROPERTY, "any-pieces", PropertyRun.of(MessageProperties.class, "comeBackSplit"))
                        .by(RENDEZVOUS, "one-by-one", Controlled.plain(Arrivals::oneByOne))
                        .by(RENDEZVOUS, "all-at-once", Controlled.plain(Arrivals::allAtOnce))
                        .by(RENDEZVOUS, "no-more-needed", controlled(Arrivals::noMoreNeeded, PlantedMessenger.GREEDY)),
                Check.of("ipc.flushed")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "at-once", Controlled.plain(Flushing::atOnce))
                        .by(
                                RENDEZVOUS,
                                "beside-a-refused",
                                controlled(Sharing::flushesBesideTheRefused, PlantedMessenger.RIGHT)),
                Check.of("ipc.refuses")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "lone-surrogates", Controlled.plain(Refusals::loneSurrogates))
                        .by(RENDEZVOUS, "too-long", Controlled.plain(Refusals::tooLong))
                        .by(RENDEZVOUS, "too-many-bytes", Controlled.plain(Refusals::tooManyBytes))
                        .by(RENDEZVOUS, "null", subject -> {
                            Refusals.nothing(new FramedMessengers(subject));
                            return new Outcome.Clean();
                        }),
                Check.of("ipc.ends")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "between-messages", Controlled.plain(Endings::cleanEnd))
                        .by(RENDEZVOUS, "inside-a-message", Controlled.plain(Endings::insideAMessage))
                        .by(RENDEZVOUS, "longest-promised", Controlled.plain(Endings::longestPromised)),
                Check.of("ipc.impossible-counts")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "told", Controlled.plain(ImpossibleCounts::areTold))
                        .by(RENDEZVOUS, "at-once", controlled(ImpossibleCounts::atOnce, PlantedMessenger.RIGHT))
                        .by(
                                RENDEZVOUS,
                                "no-memory",
                                Set.of(),
                                controlled(ImpossibleCounts::takeNoMemory, PlantedMessenger.TRUSTING)),
                Check.of("ipc.threads-share-sender")
                        .needing(SMALLEST)
                        .covering(FaultClass.INTERLEAVING)
                        .by(
                                RENDEZVOUS,
                                "held-by-the-stream",
                                Controlled.controlled(
                                        Sharing::heldByTheStream,
                                        PlantedMessenger.UNGUARDED,
                                        subject -> new FramedMessengers(subject.impatient())))
                        .by(
                                RENDEZVOUS,
                                "held-between-steps",
                                Controlled.controlled(
                                        Sharing::heldBetweenSteps,
                                        PlantedMessenger.UNGUARDED_BUFFER,
                                        subject -> new FramedMessengers(subject.stopping())))
                        // whether a mixture is seen is luck; that the rendezvous sees it is not
                        .by(RENDEZVOUS, "crowd", Set.of(), Controlled.plain(SendingCrowd::allArrive)),
                Check.of("ipc.independent")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "apart", one(OwnStreams::areKeptApart, PlantedMessenger.RIGHT))
                        .by(
                                RENDEZVOUS,
                                "beside-a-blocked-sender",
                                one(OwnStreams::besideABlockedSender, PlantedMessenger.ONE_LOCK))
                        .by(
                                RENDEZVOUS,
                                "beside-a-waiting-receiver",
                                one(OwnStreams::besideAWaitingReceiver, PlantedMessenger.ONE_LOCK))
                        // whether two are in the middle at once is luck
                        .by(RENDEZVOUS, "at-once", Set.of(), one(SendingCrowd::eachOnItsOwn, PlantedMessenger.RIGHT)),
                Check.of("ipc.waits-idle")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "for-bytes", controlled(Idling::forBytes, PlantedMessenger.RIGHT))
                        .by(
                                RENDEZVOUS,
                                "for-another-sender",
                                controlled(Idling::forAnotherSender, PlantedMessenger.RIGHT)),
                Check.of("ipc.closes")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "twice", Controlled.plain(Closing::closesTheStream)),
                Check.of("ipc.io-errors")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "sending", Controlled.plain(Failures::ofTheSendersStream))
                        .by(RENDEZVOUS, "receiving", Controlled.plain(Failures::ofTheReceiversStream)),
                Check.of("ipc.other-process").needing(SMALLEST).by(PROCESSES, "sends-back", subject -> {
                    OtherProcess.sendsBack(subject);
                    return new Outcome.Clean();
                }),
                Check.of("ipc.bounded-memory").needing(SMALLEST).by(PROCESSES, "little-heap", subject -> {
                    Volume.needsNoMemory(subject);
                    return new Outcome.Clean();
                }),
                Check.of("ipc.prints-nothing").needing(SMALLEST).by(RENDEZVOUS, "captured", IpcLab::quiet));
    }

    private static Detection controlled(Controlled.Trial trial, PlantedMessenger wrong) {
        return Controlled.controlled(trial, wrong, FramedMessengers::new);
    }

    /** All ends made by one messenger. */
    private static Detection one(Controlled.Trial trial, PlantedMessenger wrong) {
        return Controlled.controlled(trial, wrong, subject -> new FramedMessengers(subject).one());
    }

    private static Outcome quiet(Subject subject) throws Throwable {
        FramedMessengers messengers = new FramedMessengers(subject);
        return QuietCalls.print(
                Set.of(),
                unlessPowerless(() -> Arrivals.allAtOnce(messengers)),
                unlessPowerless(() -> Refusals.loneSurrogates(messengers)),
                unlessPowerless(() -> Refusals.nothing(messengers)),
                unlessPowerless(() -> Endings.insideAMessage(messengers)),
                unlessPowerless(() -> ImpossibleCounts.areTold(messengers)),
                unlessPowerless(() -> Failures.ofTheSendersStream(messengers)),
                unlessPowerless(() -> Failures.ofTheReceiversStream(messengers)),
                unlessPowerless(() -> Closing.closesTheStream(messengers)));
    }

    /** What a trial could not see is another check's affair; what was printed until then counts. */
    private static Call unlessPowerless(Call.Action trial) {
        return Call.of(() -> {
            try {
                trial.make();
            } catch (Powerless e) {
                // on to the next
            }
        });
    }
}
