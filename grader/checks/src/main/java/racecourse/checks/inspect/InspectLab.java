package racecourse.checks.inspect;

import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.FaultClass;
import racecourse.contract.inspect.ThreadInspector;

/** Lab 08: what can be asked of threads. */
public final class InspectLab implements Lab {
    private static final String SMALLEST = "inspect.asks";

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Asking.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST).by(RENDEZVOUS, "once", Asking::answers),
                Check.of("inspect.join-waits")
                        .needing(SMALLEST)
                        .covering(FaultClass.BEHAVIOUR, FaultClass.LOST_WAKE_UP)
                        .by(RENDEZVOUS, "limits", Limits::areKept)
                        .by(PROPERTY, "any-limit", PropertyRun.of(InspectProperties.class, "waitsForAnyLimit"))
                        .by(RENDEZVOUS, "thread-ends", Wakes::whenTheThreadEnds)
                        .by(RENDEZVOUS, "beside-a-long-one", Wakes::besideOneThatWaits)
                        .by(RENDEZVOUS, "woken-in-vain", Wakes::notInVain)
                        .by(RENDEZVOUS, "at-most-woken-in-vain", Limits::endTheWaitOfOneWhoIsWokenInVain),
                Check.of("inspect.join-looks").needing(SMALLEST).by(RENDEZVOUS, "zero-or-less", Looks::only),
                Check.of("inspect.join-largest")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "largest", Limits::mayBeTheLargest)
                        .by(RENDEZVOUS, "smallest", Looks::howeverLongAgo),
                Check.of("inspect.join-interrupt")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "while-waiting", Interrupts::whileWaiting)
                        .by(RENDEZVOUS, "on-entry", Interrupts::onEntry),
                Check.of("inspect.unstarted")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "join", Looks::atWhatWasNotStarted)
                        .by(RENDEZVOUS, "count", Looks::aliveCountLeavesItOut),
                Check.of("inspect.alive-count")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "states", Counts::whateverTheyDo)
                        .by(RENDEZVOUS, "collections", Counts::anyCollection)
                        .by(PROPERTY, "any-threads", PropertyRun.of(InspectProperties.class, "countsAnyThreads")),
                Check.of("inspect.one-process")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "two-threads", Asking::threadsAreOfOneProcess),
                Check.of("inspect.current-name")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "several-threads", Asking::tellsEveryName),
                Check.of("inspect.idle").needing(SMALLEST).by(RENDEZVOUS, "watched", IdleJoining::costsNothing),
                Check.of("inspect.arguments")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "null-thread",
                                refused(
                                        "joinFor(null, limit)",
                                        asked -> asked.joinFor(nothing(), Duration.ofMillis(1))))
                        .by(
                                RENDEZVOUS,
                                "null-thread-no-limit",
                                refused("joinFor(null, ZERO)", asked -> asked.joinFor(nothing(), Duration.ZERO)))
                        .by(
                                RENDEZVOUS,
                                "null-limit",
                                refused("joinFor(thread, null)", asked -> asked.joinFor(Living.ended(), nothing())))
                        .by(
                                RENDEZVOUS,
                                "null-threads",
                                refused("aliveCount(null)", asked -> asked.aliveCount(nothing()))),
                Check.of("inspect.prints-nothing")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "captured",
                                subject -> QuietCalls.print(
                                        Set.of(),
                                        Call.of(() -> Asking.answers(subject)),
                                        Call.of(() -> Interrupts.onEntry(subject)),
                                        Call.of(() -> Looks.atWhatWasNotStarted(subject)))));
    }

    /** A question to an inspector. */
    @FunctionalInterface
    private interface Question {
        Object ask(ThreadInspector inspector) throws InterruptedException;
    }

    private static Detection refused(String text, Question question) {
        return subject -> {
            ThreadInspector inspector = Asking.of(subject).inspector();
            return NullArguments.refused(text, () -> question.ask(inspector));
        };
    }

    /** What no argument may be. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is the point
    private static <T> T nothing() {
        return null;
    }
}
