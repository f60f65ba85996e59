package racecourse.checks.reaper;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What unreaped tells, before and after everything that happens to a child. */
final class UnreapedTrials {
    private UnreapedTrials() {}

    static void tellsWhatIsLeft(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Set<?> none = is(ward, Set.of(), "reaper.unreaped.at-first");
            List<Child> children = ward.start(2);
            Child first = children.get(0);
            Child second = children.get(1);
            Set<Long> started = Set.of(first.pid(), second.pid());
            Set<?> both = is(ward, started, "reaper.unreaped.started");
            first.exit(1);
            is(ward, started, "reaper.unreaped.ended");
            ward.reaps(first, 1);
            is(ward, Set.of(second.pid()), "reaper.unreaped.reaped");
            Actor waiting = ward.begin("B", () -> ward.reaper().reap(second.pid()));
            ward.settle(waiting);
            Actor looking = ward.begin("C", () -> ward.reaper().unreaped());
            ward.settle(looking);
            // one that had to wait is another check's affair
            if (looking.hasEnded()) {
                is(looking, Set.of(second.pid()), "reaper.unreaped.waited-for");
            }
            second.exit(2);
            ward.awaitEnd(waiting, Ward.reap(2));
            is(ward, Set.of(), "reaper.unreaped.all-reaped");
            stays(none, Set.of());
            stays(both, started);
        }
    }

    private static Set<?> is(Ward ward, Set<Long> pids, String text) {
        Actor looking = ward.begin("A", () -> ward.reaper().unreaped());
        ward.awaitEnd(looking, Message.of(text, pids));
        return is(looking, pids, text);
    }

    private static Set<?> is(Actor looking, Set<Long> pids, String text) {
        Message expected = Message.of(text, pids);
        if (!(Ward.resultOf(looking, expected) instanceof Set<?> told) || !told.equals(pids)) {
            throw new Violation(
                    Evidence.of(expected, Message.of("reaper.unreaped.observed", String.valueOf(looking.result()))));
        }
        return told;
    }

    private static void stays(Set<?> snapshot, Set<Long> pids) {
        if (!snapshot.equals(pids)) {
            throw new Violation(Evidence.of(
                            Message.of("reaper.unreaped.snapshot", pids),
                            Message.of("reaper.unreaped.changed", snapshot))
                    .hinting(Message.of("reaper.unreaped.snapshot.try")));
        }
    }
}
