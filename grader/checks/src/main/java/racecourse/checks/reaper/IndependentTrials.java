package racecourse.checks.reaper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.reaper.ChildReaper;

/** While one call waits for a child, calls that have nothing to do with that child go on. */
final class IndependentTrials {
    private static final int STATUS = 6;

    /** Many times what a call takes that does not wait. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);

    private IndependentTrials() {}

    static void besideReap(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child living = ward.start();
            besideWaiting(ward, living, "reap(…)", () -> ward.reaper().reap(living.pid()));
        }
    }

    static void besideReapAll(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            besideWaiting(ward, ward.start(), "reapAll()", ward.reaper()::reapAll);
        }
    }

    private static void besideWaiting(Ward ward, Child living, String waits, Call wait) {
        Actor waiting = ward.begin("A", wait);
        ward.settle(waiting);
        Message expected = Message.of("reaper.independent.expected", waits);
        ChildReaper reaper = ward.reaper();
        goesOn(ward, living, expected, "unreaped()", reaper::unreaped);
        Child other = ward.nursery().plan(Child.Kind.DOCILE);
        long pid = (Long) goesOn(ward, living, expected, "start(…)", () -> reaper.start(other.command()));
        ward.awaitUp(other, pid);
        other.exit(STATUS);
        Object status = goesOn(ward, living, expected, "reap(…)", () -> reaper.reap(pid));
        if (!status.equals(STATUS)) {
            throw new Violation(Evidence.of(Ward.reap(STATUS), Message.of("reaper.status.observed", status)));
        }
    }

    /** Closing ends the child that somebody waits for, and with it the wait. */
    static void closeBesideReap(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child living = ward.start();
            Actor waiting = ward.begin("A", () -> ward.reaper().reap(living.pid()));
            ward.settle(waiting);
            CloseTrials.closes(ward, ward.reaper(), List.of(living));
            living.awaitKnownToHaveEnded();
            Message expected = Message.of("reaper.independent.close");
            ward.awaitEnd(waiting, expected);
            Ward.resultOf(waiting, expected);
        }
    }

    /** Makes a call; one that waits is let go by the end of the child that lives. */
    private static Object goesOn(Ward ward, Child living, Message expected, String text, Call call) {
        Actor actor = ward.begin("B", call);
        if (Ward.waits(actor, LONG_WAIT)) {
            List<Place> where = actor.isAt();
            living.exit(STATUS);
            ward.awaitEnd(actor, expected);
            throw new Suspicion(Evidence.of(expected, Message.of("reaper.independent.waited", text, Suspicion.TRIALS))
                    .at(where)
                    .hinting(Message.of("reaper.independent.try")));
        }
        return Ward.resultOf(actor, expected);
    }

    /** What one reaper is told does not concern another. */
    static void twoReapers(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            besideAnother(ward);
        }
    }

    private static void besideAnother(Ward ward) throws IOException {
        Child living = ward.start();
        Actor waiting = ward.begin("A", () -> ward.reaper().reap(living.pid()));
        ward.settle(waiting);
        Message expected = Message.of("reaper.independent.two");
        ChildReaper other = ward.another();
        Child own = ward.nursery().plan(Child.Kind.DOCILE);
        long pid = (Long) goesOn(ward, living, expected, "start(…)", () -> other.start(own.command()));
        ward.awaitUp(own, pid);
        isTold(expected, Set.of(pid), goesOn(ward, living, expected, "unreaped()", other::unreaped));
        own.exit(STATUS);
        isTold(expected, Map.of(pid, STATUS), goesOn(ward, living, expected, "reapAll()", other::reapAll));
        CloseTrials.closes(ward, other, List.of());
        if (!living.answers(LONG_WAIT) && living.awaitEnd(Duration.ofSeconds(1))) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.independent.ended")));
        }
        living.exit(STATUS);
        ward.awaitEnd(waiting, expected);
        if (waiting.thrown() != null) {
            throw Scene.threw(expected, waiting.thrown());
        }
    }

    private static void isTold(Message expected, Object right, Object told) {
        if (!told.equals(right)) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.independent.told", told, right)));
        }
    }
}
