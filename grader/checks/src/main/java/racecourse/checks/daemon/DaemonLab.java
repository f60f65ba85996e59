package racecourse.checks.daemon;

import static racecourse.checks.protocol.Engine.PROCESSES;
import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;

import java.util.List;
import java.util.Set;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.QuietCalls;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Outcome;

/** Lab 09: daemon threads. */
public final class DaemonLab implements Lab {
    private static final String SMALLEST = "daemon.starts";

    @Override
    public String name() {
        return "daemon";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(Launching.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST)
                        .by(RENDEZVOUS, "once", Kind::starts)
                        .by(PROPERTY, "any-name", PropertyRun.of(DaemonProperties.class, "starts")),
                Check.of("daemon.ends").needing(SMALLEST).by(PROCESSES, "hosted", Lives::endBesideADaemon),
                Check.of("daemon.waits").needing(SMALLEST).by(PROCESSES, "hosted", Lives::lastAsLongAsAUserThread),
                Check.of("daemon.user-from-daemon")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "kind", Kind::doesNotDependOnTheCaller)
                        .by(PROCESSES, "hosted", Lives::lastAsLongAsAUserThreadOfADaemon),
                Check.of("daemon.goes-on")
                        .needing(SMALLEST)
                        .by(RENDEZVOUS, "body-held", Kind::goesOn)
                        .by(RENDEZVOUS, "many-held", Kind::goesOnBesideMany),
                Check.of("daemon.nothing-else").needing(SMALLEST).by(PROCESSES, "hosted", Lives::endWithoutDelay),
                Check.of("daemon.arguments")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "daemon-null-name",
                                subject -> refused(Launching.of(subject).daemon(), true))
                        .by(
                                RENDEZVOUS,
                                "daemon-null-body",
                                subject -> refused(Launching.of(subject).daemon(), false))
                        .by(
                                RENDEZVOUS,
                                "user-null-name",
                                subject -> refused(Launching.of(subject).user(), true))
                        .by(
                                RENDEZVOUS,
                                "user-null-body",
                                subject -> refused(Launching.of(subject).user(), false)),
                Check.of("daemon.prints-nothing")
                        .needing(SMALLEST)
                        .by(
                                RENDEZVOUS,
                                "captured",
                                subject -> QuietCalls.print(
                                        Set.of(),
                                        Call.of(() -> Kind.starts(subject)),
                                        Call.of(() -> Kind.doesNotDependOnTheCaller(subject)))));
    }

    @SuppressWarnings("NullAway") // that is the point
    private static Outcome refused(Starter way, boolean nullName) {
        String text = way.call().replace("…", nullName ? "null, body" : "name, null");
        return NullArguments.refused(text, () -> nullName ? way.start(null, new Body()) : way.start("nobody", null));
    }
}
