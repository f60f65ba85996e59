package racecourse.checks.launch;

import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;

import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Controlled;
import racecourse.checks.engine.starting.GoesOn;
import racecourse.checks.engine.starting.GoesOnBesideMany;
import racecourse.checks.engine.starting.RunsOnce;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.FaultClass;
import racecourse.checks.protocol.Outcome;

/** Lab 07: two ways to start a thread. */
public final class LaunchLab implements Lab {
    private static final String SMALLEST = "launch.starts";

    @Override
    public String name() {
        return "launch";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Launching.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST)
                        .by(RENDEZVOUS, "once", LaunchLab::starts)
                        .by(PROPERTY, "any-name", PropertyRun.of(LaunchProperties.class, "starts")),
                Check.of("launch.exactly-thread").needing(SMALLEST).by(RENDEZVOUS, "class", Kind::isExactlyThread),
                Check.of("launch.subclass").needing(SMALLEST).by(RENDEZVOUS, "class", Kind::isSubclassWithItsOwnRun),
                Check.of("launch.goes-on")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "body-held", LaunchLab::goesOn)
                        .by(RENDEZVOUS, "many-held", LaunchLab::goesOnBesideMany)
                        .by(RENDEZVOUS, "interrupted-caller", LaunchLab::interruptedCaller),
                Check.of("launch.uncaught")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "default-handler", Uncaught::reachesTheDefault)
                        .by(RENDEZVOUS, "threads-handler", Uncaught::reachesTheThreads),
                Check.of("launch.independent")
                        .needing(SMALLEST)
                        .covering(FaultClass.INTERLEAVING)
                        .by(RENDEZVOUS, "beside-one-held", Independence::besideOneThatIsHeld)
                        .by(RENDEZVOUS, "from-within", Independence::fromWithin)
                        .by(RENDEZVOUS, "ends-with-its-body", Independence::endsWithTheBody)
                        // whether two launches that share a field meet is luck
                        .by(RENDEZVOUS, "many-at-once", Set.of(), Independence::manyAtOnce),
                Check.of("launch.arguments")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "runnable-null-name",
                                subject -> refused(Launching.of(subject).runnable(), true))
                        .by(
                                RENDEZVOUS,
                                "runnable-null-body",
                                subject -> refused(Launching.of(subject).runnable(), false))
                        .by(
                                RENDEZVOUS,
                                "subclass-null-name",
                                subject -> refused(Launching.of(subject).subclass(), true))
                        .by(
                                RENDEZVOUS,
                                "subclass-null-body",
                                subject -> refused(Launching.of(subject).subclass(), false)),
                Check.of("launch.prints-nothing")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "captured",
                                subject -> QuietCalls.print(
                                        Set.of(),
                                        Call.of(() -> starts(subject)),
                                        Call.of(() -> Uncaught.reachesTheDefault(subject)))));
    }

    private static Outcome starts(Subject subject) {
        Controlled.runsOnce();
        Launching launching = Launching.of(subject);
        launching.both().forEach(way -> RunsOnce.holds(way, "worker"));
        // the name of a thread that was launched before is as good as any
        launching.both().forEach(way -> RunsOnce.holds(way, "worker"));
        return new Outcome.Clean();
    }

    private static Outcome goesOn(Subject subject) {
        Controlled.goesOn();
        Launching launching = Launching.of(subject);
        launching.both().forEach(GoesOn::holds);
        return new Outcome.Clean();
    }

    private static Outcome goesOnBesideMany(Subject subject) {
        Controlled.goesOnBesideMany();
        Launching launching = Launching.of(subject);
        launching.both().forEach(GoesOnBesideMany::holds);
        return new Outcome.Clean();
    }

    /** An interrupt flag is no reason not to launch. */
    private static Outcome interruptedCaller(Subject subject) {
        Launching launching = Launching.of(subject);
        for (Starter way : launching.both()) {
            RunsOnce.holds(new Interrupted(way), "worker");
        }
        return new Outcome.Clean();
    }

    /** The same, called with the interrupt flag set. */
    private record Interrupted(Starter way) implements Starter {
        @Override
        public @org.jspecify.annotations.Nullable Thread start(String name, Runnable body) throws Throwable {
            Thread.currentThread().interrupt();
            return way.start(name, body);
        }

        @Override
        public String call() {
            return way.call() + ", with the interrupt flag set,";
        }
    }

    @SuppressWarnings("NullAway") // that is the point
    private static Outcome refused(Starter way, boolean nullName) {
        String text = way.call().replace("…", nullName ? "null, body" : "name, null");
        return NullArguments.refused(text, () -> nullName ? way.start(null, new Body()) : way.start("nobody", null));
    }
}
