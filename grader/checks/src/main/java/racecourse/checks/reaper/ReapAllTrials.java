package racecourse.checks.reaper;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** What reapAll covers, and what it returns. */
final class ReapAllTrials {
    private static final int HIGH = 200;

    /** What {@link Process#exitValue} says of a killed child. */
    private static final int KILLED = File.separatorChar == '\\' ? 1 : 128 + 9;

    /** Many times what a call takes that has nothing more to wait for. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);

    private static final Message EXPECTED = Message.of("reaper.all.expected");

    private ReapAllTrials() {}

    /** Different ends, in the reverse order of the starts. */
    static void tellsEachStatus(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(4);
            children.get(3).kill();
            children.get(2).exit(HIGH);
            children.get(1).exit(1);
            children.get(0).exit(0);
            Map<Long, Integer> expected = Map.of(
                    children.get(0).pid(),
                    0,
                    children.get(1).pid(),
                    1,
                    children.get(2).pid(),
                    HIGH,
                    children.get(3).pid(),
                    KILLED);
            Map<?, ?> statuses = ward.reapsAll(ward.reaper());
            if (!statuses.keySet().equals(expected.keySet())) {
                throw new Violation(
                        Evidence.of(EXPECTED, Message.of("reaper.all.pids", statuses.keySet(), expected.keySet())));
            }
            if (!statuses.equals(expected)) {
                throw new Violation(Evidence.of(
                        Message.of("reaper.all.statuses", expected), Message.of("reaper.all.observed", statuses)));
            }
            leavesNothing(ward);
        }
    }

    private static void leavesNothing(Ward ward) {
        Message expected = Message.of("reaper.all.leaves-nothing");
        Object left = ward.value(expected, () -> ward.reaper().unreaped());
        if (!left.equals(Set.of())) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.unreaped.observed", left)));
        }
        Map<?, ?> again = ward.reapsAll(ward.reaper());
        if (!again.isEmpty()) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.all.observed", again)));
        }
    }

    /** It waits for those that live; a child that is started meanwhile is in it if it has ended, or is left for later. */
    static void waitsForAll(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(2);
            Child ended = children.get(0);
            Child living = children.get(1);
            ended.exit(5);
            Actor all = ward.begin("A", () -> ward.reaper().reapAll());
            ward.settle(all);
            if (all.hasEnded()) {
                throw new Violation(Evidence.of(
                        EXPECTED, Message.of("reaper.all.too-early", Ward.resultOf(all, EXPECTED), living.pid())));
            }
            Child late = ward.nursery().plan(Child.Kind.DOCILE);
            Actor starting = ward.begin("B", () -> ward.reaper().start(late.command()));
            ward.settle(starting);
            boolean started = starting.hasEnded();
            if (started) {
                ward.awaitUp(late, (Long) Ward.resultOf(starting, Message.of("reaper.start.returns")));
                late.exit(6);
            }
            @Nullable Sleeper later = started && Sleeper.isKnownHere() ? ward.startSleeper(Sleeper.command()) : null;
            living.exit(9);
            if (later != null) {
                doesNotWaitFor(ward, later, all);
            }
            ward.awaitEnd(all, EXPECTED);
            Tally tally = new Tally();
            tally.addReapAll(all);
            // a start that had to wait is another check's affair
            if (!started) {
                ward.awaitEnd(starting, EXPECTED);
                ward.awaitUp(late, (Long) Ward.resultOf(starting, Message.of("reaper.start.returns")));
                late.exit(6);
            }
            tally.isOnce(ended.pid(), 5);
            tally.isOnce(living.pid(), 9);
            if (later != null) {
                later.kill();
            }
            tally.addAll(ward.reapsAll(ward.reaper()));
            tally.isOnce(late.pid(), 6);
            if (later != null) {
                tally.isOnce(later.process().pid(), KILLED);
            }
            leavesNothing(ward);
        }
    }

    /** All that were started before the call have ended; one that waits on is let go by the end of the later one. */
    private static void doesNotWaitFor(Ward ward, Sleeper later, Actor all) {
        Message expected = Message.of("reaper.all.earlier-only");
        if (Ward.waits(all, LONG_WAIT)) {
            List<Place> where = Threads.innermost(List.of(all.thread().getStackTrace()), null);
            later.kill();
            ward.awaitEnd(all, expected);
            throw new Suspicion(Evidence.of(expected, Message.of("reaper.all.waited-for-later", Suspicion.TRIALS))
                    .at(where)
                    .hinting(Message.of("reaper.all.try-earlier")));
        }
    }
}
