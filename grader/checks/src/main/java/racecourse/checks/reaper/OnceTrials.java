package racecourse.checks.reaper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Stops;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Several calls want the same status: one gets it, the others hear that they came too late. */
final class OnceTrials {
    private static final int STATUS = 4;
    private static final int COMPETITORS = 3;
    private static final int ROUNDS = 24;
    private static final int MOST_STEPS = 40;
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Message EXPECTED = Message.of("reaper.once.expected");

    private OnceTrials() {}

    /** All wait when the child ends. */
    static void reapsCompete(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child child = ward.start();
            List<Actor> reaps = compete(ward, child.pid());
            reaps.forEach(ward::settle);
            child.exit(STATUS);
            Tally tally = new Tally();
            for (Actor reap : reaps) {
                ward.awaitEnd(reap, EXPECTED);
                tally.addReap(child.pid(), reap);
            }
            tally.isOnce(child.pid(), STATUS);
        }
    }

    private static List<Actor> compete(Ward ward, long pid) {
        List<Actor> reaps = new ArrayList<>();
        for (int i = 0; i < COMPETITORS; i++) {
            reaps.add(ward.begin("R" + i, () -> ward.reaper().reap(pid)));
        }
        return reaps;
    }

    /** Two want all, and each child is wanted by one. */
    static void reapAllCompetes(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(2);
            Child first = children.get(0);
            Child second = children.get(1);
            List<Actor> all =
                    List.of(ward.begin("A", () -> ward.reaper().reapAll()), ward.begin("B", () -> ward.reaper()
                            .reapAll()));
            all.forEach(ward::settle);
            Actor one = ward.begin("C", () -> ward.reaper().reap(first.pid()));
            Actor other = ward.begin("D", () -> ward.reaper().reap(second.pid()));
            ward.settle(one);
            ward.settle(other);
            second.exit(STATUS + 1);
            first.exit(STATUS);
            List.of(one, other).forEach(reap -> ward.awaitEnd(reap, EXPECTED));
            all.forEach(reapAll -> ward.awaitEnd(reapAll, EXPECTED));
            Tally tally = new Tally();
            all.forEach(tally::addReapAll);
            tally.addReap(first.pid(), one);
            tally.addReap(second.pid(), other);
            tally.isOnce(first.pid(), STATUS);
            tally.isOnce(second.pid(), STATUS + 1);
        }
    }

    /** A call is held after each of its steps in turn while another wants the same status. */
    static Outcome betweenSteps(Subject subject) throws IOException {
        if (!Files.isExecutable(SHELL)) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        try (Ward ward = new Ward(subject.stopping())) {
            for (boolean[] all : new boolean[][] {{false, false}, {false, true}, {true, false}, {true, true}}) {
                int step = 1;
                while (step <= MOST_STEPS && meetAt(ward, all[0], all[1], step)) {
                    step++;
                }
            }
        }
        return new Outcome.Clean();
    }

    /** Returns false when there was no such step. */
    private static boolean meetAt(Ward ward, boolean heldWantsAll, boolean otherWantsAll, int step) {
        long pid = startShort(ward);
        // a short child that never ends shows elsewhere
        Ward.awaitReaped(pid, Duration.ofSeconds(1));
        Call one = () -> ward.reaper().reap(pid);
        Call all = () -> ward.reaper().reapAll();
        try (Hold hold = new Hold()) {
            Actor held = ward.begin("A", () -> Stops.during(hold, step, heldWantsAll ? all : one));
            boolean isHeld = hold.awaitHeld(held);
            Actor other = ward.begin("B", otherWantsAll ? all : one);
            ward.settle(other);
            hold.open();
            Tally tally = new Tally();
            count(ward, tally, pid, held, heldWantsAll);
            count(ward, tally, pid, other, otherWantsAll);
            tally.addAll(ward.reapsAll(ward.reaper()));
            try {
                tally.isOnce(pid, STATUS);
            } catch (Violation e) {
                throw new Violation(e.evidence()
                        .at(Threads.innermost(hold.last(), Message.of("reaper.once.held-here", held.name()))));
            }
            return isHeld;
        }
    }

    private static void count(Ward ward, Tally tally, long pid, Actor actor, boolean wantsAll) {
        ward.awaitEnd(actor, EXPECTED);
        if (wantsAll) {
            tally.addReapAll(actor);
        } else {
            tally.addReap(pid, actor);
        }
    }

    private static long startShort(Ward ward) {
        List<String> command = List.of(SHELL.toString(), "-c", "exit " + STATUS);
        return (Long) ward.value(
                Message.of("reaper.start.returns"), () -> ward.reaper().start(command));
    }

    /** Many short children: those that want them come before and after their end. */
    static Outcome crowd(Subject subject) throws IOException {
        if (!Files.isExecutable(SHELL)) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        try (Ward ward = new Ward(subject)) {
            for (int round = 0; round < ROUNDS; round++) {
                meet(ward, round);
            }
        }
        return new Outcome.Clean();
    }

    private static void meet(Ward ward, int round) {
        long pid = startShort(ward);
        if (round % 2 == 0) {
            // a short child that never ends shows elsewhere
            Ward.awaitReaped(pid, Duration.ofSeconds(1));
        }
        List<Actor> reaps = compete(ward, pid);
        Actor all = ward.begin("A", () -> ward.reaper().reapAll());
        Tally tally = new Tally();
        for (Actor reap : reaps) {
            ward.awaitEnd(reap, EXPECTED);
            tally.addReap(pid, reap);
        }
        ward.awaitEnd(all, EXPECTED);
        tally.addReapAll(all);
        tally.isOnce(pid, STATUS);
    }
}
