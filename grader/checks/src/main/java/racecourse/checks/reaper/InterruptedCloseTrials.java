package racecourse.checks.reaper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Patience;
import racecourse.checks.engine.children.Running;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** An interrupt is no reason for close to leave anybody: it declares no exception for that, and waits for the end. */
final class InterruptedCloseTrials {
    /** Who closes and does not wait is interrupted all the same. */
    private static final Duration BEGINS_TO_WAIT = Duration.ofMillis(100);

    private InterruptedCloseTrials() {}

    /** It is interrupted while it waits for a child that ignores a polite request. */
    static Outcome endsTheStubborn(Subject subject) throws IOException {
        if (!Running.isToldByProc() || !Sleeper.isKnownHere()) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        Path sign = Files.createTempFile("stubborn", ".pid");
        try (Ward ward = new Ward(subject)) {
            ward.startSleeper(Sleeper.stubbornCommand(sign));
            closesInterrupted(ward, Sleeper.announcedIn(sign));
        } finally {
            Files.delete(sign);
        }
        return new Outcome.Clean();
    }

    private static void closesInterrupted(Ward ward, Sleeper child) throws IOException {
        Closing closing = new Closing(ward.reaper(), List.of(child.process()));
        Actor actor = ward.begin("A", closing::run);
        Patience.wait(BEGINS_TO_WAIT, slice -> actor.awaitEnd(slice.dividedBy(10)) || actor.waits());
        actor.interrupt();
        if (!Patience.wait(CloseTrials.LIMIT, actor::awaitEnd)) {
            throw CloseTrials.late(ward, actor);
        }
        Throwable thrown = actor.thrown();
        if (thrown == null ? closing.running() > 0 : !child.awaitEnd(CloseTrials.LIMIT)) {
            throw new Violation(Evidence.of(
                            Message.of("reaper.close.interrupted"),
                            thrown == null
                                    ? Message.of("reaper.close.running", 1, 1)
                                    : Message.of("reaper.close.thrown", thrown))
                    .hinting(Message.of("reaper.close.try-interrupted")));
        }
    }
}
