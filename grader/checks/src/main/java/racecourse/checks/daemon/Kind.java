package racecourse.checks.daemon;

import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Controlled;
import racecourse.checks.engine.starting.GoesOn;
import racecourse.checks.engine.starting.GoesOnBesideMany;
import racecourse.checks.engine.starting.Rest;
import racecourse.checks.engine.starting.RunsOnce;
import racecourse.checks.engine.starting.Started;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** What the threads are that one JVM can see of itself. */
final class Kind {
    private Kind() {}

    /** From a user thread, as most programs do. */
    static Outcome starts(Subject subject) {
        Controlled.runsOnce();
        Launching launching = Launching.of(subject);
        for (Launching.Way way : launching.both()) {
            Starter fromUser = new Launching.FromUserThread(way);
            is(fromUser, way.daemon(), "user");
            RunsOnce.holds(fromUser, "worker");
            // the name of a thread that was started before is as good as any
            RunsOnce.holds(fromUser, "worker");
            is(fromUser, way.daemon(), "user");
        }
        return new Outcome.Clean();
    }

    /** From a daemon thread, whose children are daemons unless somebody says otherwise; and from those. */
    static Outcome doesNotDependOnTheCaller(Subject subject) {
        Launching launching = Launching.of(subject);
        for (Launching.Way way : launching.both()) {
            is(way, way.daemon(), "daemon");
        }
        return new Outcome.Clean();
    }

    private static void is(Starter way, boolean due, String caller) {
        Message expected = Message.of(due ? "daemon.kind.daemon" : "daemon.kind.user", way.call());
        try (Scene scene = new Scene()) {
            Body body = new Body();
            Thread thread = Started.by(scene, way, "kind", body).thread();
            boolean daemon = thread.isDaemon();
            Rest.await(scene, thread, body, expected);
            if (daemon != due) {
                throw new Violation(
                        Evidence.of(expected, Message.of("daemon.kind.observed", daemon ? "daemon" : "user", caller))
                                .hinting(Message.of("daemon.kind.try")));
            }
        }
    }

    static Outcome goesOn(Subject subject) {
        Controlled.goesOn();
        Launching launching = Launching.of(subject);
        launching.both().forEach(GoesOn::holds);
        return new Outcome.Clean();
    }

    static Outcome goesOnBesideMany(Subject subject) {
        Controlled.goesOnBesideMany();
        Launching launching = Launching.of(subject);
        launching.both().forEach(GoesOnBesideMany::holds);
        return new Outcome.Clean();
    }
}
