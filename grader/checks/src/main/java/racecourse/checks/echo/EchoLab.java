package racecourse.checks.echo;

import static racecourse.checks.protocol.Engine.PROPERTY;
import static racecourse.checks.protocol.Engine.RENDEZVOUS;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.engine.NullArguments;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Outcome;

/** Lab 12: a TCP server for many clients at once. */
public final class EchoLab implements Lab {
    private static final String SMALLEST = "echo.answers";

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public List<String> entryClasses() {
        return List.of(EchoServers.CLASS);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.of(SMALLEST).by(RENDEZVOUS, "some-lines", trial(Talks::someLines)),
                check("echo.any-lines")
                        .by(PROPERTY, "any-lines", PropertyRun.of(EchoProperties.class, "anyLines"))
                        .by(PROPERTY, "long-lines", PropertyRun.of(EchoProperties.class, "longLines"))
                        .by(RENDEZVOUS, "carriage-returns", trial(Talks::carriageReturns))
                        .by(RENDEZVOUS, "special-lines", trial(Talks::specialLines))
                        .by(RENDEZVOUS, "cut-characters", trial(Talks::cutCharacters))
                        .by(RENDEZVOUS, "in-order", trial(Talks::inOrder)),
                check("echo.answers-at-once").by(RENDEZVOUS, "one-by-one", trial(Talks::oneByOne)),
                check("echo.ends-clean")
                        .by(RENDEZVOUS, "half-closed", trial(Talks::halfClosed))
                        .by(RENDEZVOUS, "rest", trial(Talks::rest))
                        .by(RENDEZVOUS, "much-due", trial(Talks::halfClosedWithMuchDue)),
                check("echo.line-limit")
                        .by(RENDEZVOUS, "longest", trial(LongLines::longest))
                        .by(RENDEZVOUS, "longest-wide", trial(LongLines::longestOfWideCharacters))
                        .by(RENDEZVOUS, "one-more", trial(LongLines::oneMore))
                        .by(RENDEZVOUS, "one-more-wide", trial(LongLines::oneMoreOfWideCharacters))
                        .by(RENDEZVOUS, "much-more", trial(LongLines::muchMore)),
                check("echo.many-clients")
                        .by(RENDEZVOUS, "all-served", trial(ManyClients::allServed))
                        .by(RENDEZVOUS, "by-turns", trial(ManyClients::byTurns)),
                check("echo.stuck-clients")
                        .by(RENDEZVOUS, "silent", trial(StuckClients::silent))
                        .by(RENDEZVOUS, "never-reading", trial(StuckClients::neverReading)),
                check("echo.reset")
                        .by(RENDEZVOUS, "resets", trial(Disturbances::resets))
                        .by(RENDEZVOUS, "while-writing", trial(Disturbances::resetWhileWriting)),
                check("echo.bad-bytes").by(RENDEZVOUS, "malformed", trial(Disturbances::malformed)),
                check("echo.loopback")
                        .by(RENDEZVOUS, "other-addresses", subject -> Addresses.onlyLocal(new EchoServers(subject))),
                check("echo.ports")
                        .by(RENDEZVOUS, "no-such-port", trial(Refusals::noSuchPort))
                        .by(RENDEZVOUS, "lowest-and-highest", trial(Refusals::lowestAndHighest))
                        .by(RENDEZVOUS, "busy", trial(Refusals::busyPort))
                        .by(RENDEZVOUS, "given", trial(Refusals::givenPort))
                        .by(RENDEZVOUS, "null-suffix", subject -> {
                            EchoServers servers = new EchoServers(subject);
                            return NullArguments.refused(
                                    "new ThreadedEchoServer(0, null)", () -> servers.make(0, null));
                        }),
                check("echo.lifecycle")
                        .by(RENDEZVOUS, "started-once", trial(Refusals::startedOnce))
                        .by(RENDEZVOUS, "after-close", trial(Refusals::neverAfterClose))
                        .by(RENDEZVOUS, "closed-twice", trial(Refusals::closedTwice))
                        .by(RENDEZVOUS, "same-port", trial(Refusals::onTheSamePort)),
                check("echo.close")
                        .by(RENDEZVOUS, "under-load", subject -> {
                            Closing.underLoad(new EchoServers(subject), new OwnThreads(subject));
                            return new Outcome.Clean();
                        })
                        .by(RENDEZVOUS, "last-steps", LastSteps::areWaitedFor)
                        .by(RENDEZVOUS, "interrupted", LastSteps::areLeftByTheInterrupted)
                        .by(RENDEZVOUS, "just-accepted", JustAccepted::isClosed)
                        .by(RENDEZVOUS, "port", trial(Closing::freesThePort))
                        // whether a client comes at the wrong moment is luck
                        .by(RENDEZVOUS, "while-connecting", Set.of(), trial(Closing::whileConnecting)),
                check("echo.independent").by(RENDEZVOUS, "two-servers", trial(Independence::holds)),
                check("echo.waits-idle").by(RENDEZVOUS, "watched", trial(Idleness::costsNothing)),
                check("echo.prints-nothing")
                        .by(RENDEZVOUS, "captured", subject -> Quiet.day(new EchoServers(subject))));
    }

    private static Check check(String id) {
        return Check.of(id).needing(SMALLEST);
    }

    private static Detection trial(Consumer<EchoServers> trial) {
        return subject -> {
            trial.accept(new EchoServers(subject));
            return new Outcome.Clean();
        };
    }
}
