package racecourse.checks.queue;

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
import racecourse.checks.engine.Call;
import racecourse.checks.engine.PlantedNumbers;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.explore.Explorer;
import racecourse.checks.engine.locks.DecidesUnderLock;
import racecourse.checks.engine.locks.ReadyMade;
import racecourse.checks.engine.locks.SingleSignal;
import racecourse.checks.engine.locks.WaitsInLoop;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.checks.engine.stress.Stress;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/**
 * The checks of one class that implements the contract's message queue. The texts of what they find are shared; the
 * titles are the lab's.
 */
public final class QueueChecks {
    private static final String[] METHODS = {
        "put", "get", "putNoWait", "getNoWait", "isFull", "isEmpty", "size", "capacity"
    };

    private final String prefix;
    private final String className;

    private QueueChecks(String prefix, String className) {
        this.prefix = prefix;
        this.className = className;
    }

    /**
     * Makes the checks of a class.
     *
     * @param prefix what the ids begin with, {@code queue.}
     * @param className the class, with a public constructor that takes the capacity
     * @return the checks; the first is what all others need
     */
    public static List<Check> of(String prefix, String className) {
        return new QueueChecks(prefix, className).all();
    }

    /** Returns the id of the check that all others need. */
    public static String smallest(String prefix) {
        return prefix + "fifo";
    }

    private List<Check> all() {
        return List.of(
                Check.of(smallest(prefix))
                        .by(PROPERTY, "any-sequence", property("firstInFirstOut"))
                        .by(
                                RENDEZVOUS,
                                "brim-and-back",
                                trial(
                                        "brim-and-back",
                                        QueueProperties::toTheBrimAndBack,
                                        PlantedQueues::refusesTooEarly))
                        .by(PROPERTY, "much-room", property("firstInFirstOutWithRoom")),
                check("no-wait-refuses")
                        .by(PROPERTY, "any-sequence", property("refusesExactly"))
                        .by(RENDEZVOUS, "brim", trial("brim", Refusals::atTheBrim, PlantedQueues::neverFull))
                        .by(
                                RENDEZVOUS,
                                "flag",
                                trial("flag", Refusals::notForAnInterrupt, PlantedQueues::refusesTheInterrupted))
                        .by(
                                RENDEZVOUS,
                                "harmless",
                                trial("harmless", Refusals::harmNobody, PlantedQueues::keepsItsLock)),
                check("arguments")
                        .by(
                                RENDEZVOUS,
                                "null-item",
                                trial("null-item", Arguments::nullIsRefused, PlantedQueues::interruptedFirst))
                        .by(RENDEZVOUS, "capacity", subject -> {
                            Arguments.capacityBelowOneIsRefused(queues(subject));
                            return new Outcome.Clean();
                        }),
                waits("put-waits", "put", Side.PUTTERS),
                waits("get-waits", "get", Side.GETTERS),
                check("no-wait-never-waits")
                        .by(RENDEZVOUS, "beside-waiters", trial("beside-waiters", Asking::neverWaitsBesideWaiters))
                        .by(RENDEZVOUS, "alone", tracked("alone", Asking::neverWaitsAlone))
                        .by(
                                RENDEZVOUS,
                                "gone",
                                tracked("gone", Asking::neverWaitsForWhatIsGone, PlantedQueues::asksThenWaits)),
                check("interrupt-safe")
                        .by(RENDEZVOUS, "waiters", trial("waiters", Interrupts::changeNothing))
                        .by(RENDEZVOUS, "equals", trial("equals", Interrupts::equals, PlantedQueues::forgetsAnEqual))
                        .by(RENDEZVOUS, "about-to-be-woken", tracked("about-to-be-woken", Interrupts::passOn)),
                linearizable(),
                check("no-lost-wakeup")
                        .covering(FaultClass.LOST_WAKE_UP)
                        .by(
                                RENDEZVOUS,
                                "at-a-stretch",
                                trial("at-a-stretch", WakeUps::reachEverybody, PlantedQueues::deaf))
                        .by(RENDEZVOUS, "stopped", tracked("stopped", WakeUps::surviveAnyStop))
                        // whether a crowd meets in the one way that loses a wake-up is luck
                        .by(RENDEZVOUS, "crowd", Set.of(), patient("crowd", Crowds::allGetHome))
                        .by(
                                RULE,
                                "single-signal",
                                Set.of(),
                                SingleSignal.advice(className, "put", "get", "putNoWait", "getNoWait")),
                check("waits-idle")
                        .by(RENDEZVOUS, "watched", patient("watched", Idle::waiting))
                        .by(RENDEZVOUS, "lock", tracked("lock", Idle::waitingForTheLock, PlantedQueues::spins))
                        .by(RULE, "sleep", Set.of(), WaitsInLoop.neverSleeping(className, "put", "get")),
                check("happens-before")
                        .covering(FaultClass.VISIBILITY)
                        .by(STRESS, "put-get", stress(PutGet.class))
                        .by(STRESS, "no-wait", stress(PutNoWaitGetNoWait.class))
                        // where it follows the code to the end is not known beforehand
                        .by(
                                RULE,
                                "memory-model",
                                Set.of(),
                                proven(QueuePlots.order().onlyWeakly())),
                check("size-visible")
                        .covering(FaultClass.VISIBILITY)
                        .by(STRESS, "spinning-reader", spinning())
                        .by(
                                RULE,
                                "memory-model",
                                Set.of(),
                                proven(QueuePlots.sizes().onlyWeakly()))
                        .by(RENDEZVOUS, "stopped", Set.of(), tracked("sizes", Sizes::areNeverOutside))
                        .by(
                                RENDEZVOUS,
                                "beside-waiters",
                                Set.of(),
                                tracked("sizes-beside", Sizes::besideWaiters, PlantedQueues::roomFirst))
                        .by(
                                RENDEZVOUS,
                                "torn",
                                Set.of(),
                                tracked("torn", Sizes::areNeverTorn, PlantedQueues::subtracts))
                        .by(RENDEZVOUS, "afterwards", Set.of(), tracked("afterwards", Sizes::areExactAfterwards)),
                check("releases-items").by(RENDEZVOUS, "collected", trial("collected", Releases::whatIsTaken)),
                check("independent")
                        .by(RENDEZVOUS, "two-queues", tracked("two-queues", Separate::queuesAre))
                        .by(
                                RENDEZVOUS,
                                "waiting",
                                trial("waiting", Separate::doNotWaitTogether, PlantedQueues::shareLocks)),
                check("own-mechanism")
                        .covering(FaultClass.DISCIPLINE)
                        .by(RULE, "ready-made", ReadyMade.isNotBehind(className, METHODS)),
                check("prints-nothing").by(RENDEZVOUS, "captured", subject -> {
                    Channel.Maker maker = queues(subject.impatient());
                    return QuietCalls.print(
                            Call.of(() -> Waits.untilItCan(maker, Side.PUTTERS)),
                            Call.of(() -> Waits.untilItCan(maker, Side.GETTERS)),
                            Call.of(() -> Asking.neverWaitsBesideWaiters(maker)),
                            Call.of(() -> Arguments.nullIsRefused(maker)),
                            Call.of(() -> Arguments.capacityBelowOneIsRefused(maker)),
                            Call.of(() -> Interrupts.changeNothing(maker)));
                }));
    }

    private Check check(String name) {
        return Check.of(prefix + name).needing(smallest(prefix));
    }

    private Check waits(String name, String method, Side side) {
        return check(name)
                .by(RENDEZVOUS, "held-then-let-go", trial(name, maker -> Waits.untilItCan(maker, side)))
                .by(
                        RENDEZVOUS,
                        "woken-for-nothing",
                        tracked(name + "-woken", maker -> Waits.againWhenWokenForNothing(maker, side)))
                .by(RULE, "in-a-loop", Set.of(), WaitsInLoop.of(className, method));
    }

    private Check linearizable() {
        return check("linearizable")
                .covering(FaultClass.INTERLEAVING)
                .by(RENDEZVOUS, "stopped", tracked("meetings", Meetings::keepTheOrder))
                .by(
                        RENDEZVOUS,
                        "first-users",
                        tracked("first-users", Meetings::firstUsersKeepTheOrder, PlantedQueues::unguarded))
                .by(RENDEZVOUS, "one-for-one", trial("one-for-one", Meetings::oneItemIsForOne))
                .by(
                        RENDEZVOUS,
                        "many-messages",
                        Set.of(),
                        trial("many-messages", LongRuns::keepTheOrder, PlantedQueues::countsInShorts))
                .by(
                        EXPLORER,
                        "meetings",
                        UnderTest.of(
                                className,
                                Explorer.ofWaiting(
                                        Message.of("queue.explore.meetings"),
                                        Message.of("queue.disorder.try"),
                                        QueueScripts::meetings)))
                .by(
                        RULE,
                        "decided-under-lock",
                        Set.of(),
                        DecidesUnderLock.of(className, "put", "get", "putNoWait", "getNoWait"))
                .by(RULE, "memory-model", Set.of(), proven(QueuePlots.changes().racesInCollections()))
                // as above, luck
                .by(RENDEZVOUS, "crowd", Set.of(), patient("passing-on", Crowds::passEverythingOn));
    }

    private Channel.Maker queues(Subject subject) {
        return new SubmittedQueues(subject, className);
    }

    private Detection property(String method) {
        return UnderTest.of(className, PropertyRun.of(QueueProperties.class, method));
    }

    private Detection trial(String name, Consumer<Channel.Maker> trial) {
        return subject -> Controlled.trial(name, trial, queues(subject.impatient()));
    }

    private Detection trial(String name, Consumer<Channel.Maker> trial, Channel.Maker wrong) {
        return subject -> Controlled.trial(name, trial, wrong, queues(subject.impatient()));
    }

    private Detection patient(String name, Consumer<Channel.Maker> trial) {
        return subject -> Controlled.trial(name, trial, queues(subject));
    }

    private Detection tracked(String name, Consumer<Channel.Maker> trial) {
        return subject -> {
            PlantedNumbers.control();
            return Controlled.trial(name, trial, queues(subject.tracked()));
        };
    }

    private Detection tracked(String name, Consumer<Channel.Maker> trial, Channel.Maker wrong) {
        return subject -> {
            PlantedNumbers.control();
            return Controlled.trial(name, trial, wrong, queues(subject.tracked()));
        };
    }

    /** What goes wrong there before an item has come through is another check's affair. */
    private Detection stress(Class<?> scenario) {
        Detection stress = Stress.of(scenario, Message.of("queue.stress.content"), Message.of("queue.stress.try"));
        return UnderTest.of(className, subject -> {
            try {
                return stress.detect(subject);
            } catch (Violation e) {
                if (e.evidence().table() == null) {
                    throw new Powerless(Message.of("queue.stress.elsewhere"));
                }
                throw e;
            }
        });
    }

    private Detection proven(Detection replays) {
        return UnderTest.of(className, replays);
    }

    private Detection spinning() {
        return UnderTest.of(
                className,
                SpinningReader.ofEach(
                        "put(…)",
                        new SpinningReader.Asking(SizeLoop.class, "size()"),
                        new SpinningReader.Asking(EmptyLoop.class, "isEmpty()"),
                        new SpinningReader.Asking(FullLoop.class, "isFull()")));
    }
}
