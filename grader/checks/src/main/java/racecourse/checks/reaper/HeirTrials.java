package racecourse.checks.reaper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** The end of a child is that of its process, not that of its output, which a child of its own may have inherited. */
final class HeirTrials {
    private static final int KILLED = 128 + 9;
    private static final Duration END = Duration.ofSeconds(8);

    /** Many times what a call takes that has nothing to wait for. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);

    private HeirTrials() {}

    static Outcome doNotHoldBackTheStatus(Subject subject) throws IOException {
        if (!Sleeper.isKnownHere()) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        Suspicion.confirmed(() -> outliveTheChild(subject));
        return new Outcome.Clean();
    }

    /** Calls that wait when the child ends: whoever reads its output is at it by then. */
    private static void outliveTheChild(Subject subject) throws IOException {
        Path sign = Files.createTempFile("heir", ".pid");
        try (Ward ward = new Ward(subject);
                Sleeper child = ward.startSleeper(Sleeper.parentCommand(sign));
                Sleeper heir = Sleeper.announcedIn(sign)) {
            long pid = child.process().pid();
            Actor reap = ward.begin("A", () -> ward.reaper().reap(pid));
            Actor all = ward.begin("B", () -> ward.reaper().reapAll());
            ward.settle(reap);
            ward.settle(all);
            child.kill();
            if (!Ward.awaitReaped(pid, END)) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            ends(ward, reap, "reap(…)", heir);
            ends(ward, all, "reapAll()", heir);
            Tally tally = new Tally();
            tally.addReap(pid, reap);
            tally.addReapAll(all);
            tally.isOnce(pid, KILLED);
        } finally {
            Files.delete(sign);
        }
    }

    /** One that waits is let go by the end of the heir. */
    private static void ends(Ward ward, Actor actor, String text, Sleeper heir) {
        Message expected = Message.of("reaper.heir.expected", text);
        if (Ward.waits(actor, LONG_WAIT)) {
            List<Place> where = Threads.innermost(List.of(actor.thread().getStackTrace()), null);
            heir.kill();
            ward.awaitEnd(actor, expected);
            throw new Suspicion(Evidence.of(expected, Message.of("reaper.heir.waited", Suspicion.TRIALS))
                    .at(where)
                    .hinting(Message.of("reaper.heir.try")));
        }
    }
}
