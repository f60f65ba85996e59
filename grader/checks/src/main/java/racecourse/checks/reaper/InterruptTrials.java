package racecourse.checks.reaper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** An interrupt ends the wait and takes no status with it. */
final class InterruptTrials {
    private static final int STATUS = 3;
    private static final int CHILDREN = 5;

    /** Many times what an interrupted thread takes to notice. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);

    private InterruptTrials() {}

    /** With the flag set on entry, and while it waits. */
    static void reapThrows(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child child = ward.start();
            Actor entering = ward.begin("A", () -> {
                Thread.currentThread().interrupt();
                return ward.reaper().reap(child.pid());
            });
            throwsInterrupted(ward, entering, "reaper.interrupt.entry", child);
            Actor waiting = ward.begin("B", () -> ward.reaper().reap(child.pid()));
            ward.settle(waiting);
            waiting.interrupt();
            throwsInterrupted(ward, waiting, "reaper.interrupt.reap", child);
            child.exit(STATUS);
            canStillBeReaped(ward, child, STATUS);
        }
    }

    /** One that goes on waiting is let go, by the end of the child that it waits for. */
    private static void throwsInterrupted(Ward ward, Actor actor, String text, Child living) {
        Message expected = Message.of(text);
        if (Ward.waits(actor, LONG_WAIT)) {
            List<Place> where = Threads.innermost(List.of(actor.thread().getStackTrace()), null);
            living.exit(STATUS);
            ward.awaitEnd(actor, expected);
            throw new Suspicion(Evidence.of(expected, Message.of("reaper.interrupt.late", Suspicion.TRIALS))
                    .at(where)
                    .hinting(Message.of("reaper.interrupt.try")));
        }
        if (!(actor.thrown() instanceof InterruptedException)) {
            throw Ward.returned(expected, actor);
        }
    }

    private static void canStillBeReaped(Ward ward, Child child, int status) {
        Message expected = Message.of("reaper.interrupt.keeps", status);
        Actor again = ward.begin("A", () -> ward.reaper().reap(child.pid()));
        ward.awaitEnd(again, expected);
        Object told = Ward.resultOf(again, expected);
        if (!told.equals(status)) {
            throw Ward.returned(expected, again);
        }
    }

    /** All but one have ended when it is interrupted: what it has gathered so far is not lost. */
    static void reapAllTakesNothing(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = new ArrayList<>(ward.start(CHILDREN));
            Child living = inTheMiddle(children);
            children.remove(living);
            Map<Child, Integer> statuses = new HashMap<>();
            for (Child child : children) {
                int status = STATUS + statuses.size();
                child.exit(status);
                statuses.put(child, status);
            }
            Actor all = ward.begin("A", () -> ward.reaper().reapAll());
            ward.settle(all);
            all.interrupt();
            throwsInterrupted(ward, all, "reaper.interrupt.all", living);
            for (Child child : children) {
                canStillBeReaped(ward, child, statuses.getOrDefault(child, 0));
            }
            living.exit(STATUS);
            canStillBeReaped(ward, living, STATUS);
        }
    }

    /** One that comes neither first nor last, in whatever order the children are kept. */
    private static Child inTheMiddle(List<Child> children) {
        Map<Long, Child> byPid = new HashMap<>();
        children.forEach(child -> byPid.put(child.pid(), child));
        Set<Child> atAnEnd = new HashSet<>();
        atAnEnd.add(children.get(0));
        atAnEnd.add(children.get(children.size() - 1));
        atAnEnd.add(byPid.values().iterator().next());
        atAnEnd.add(new ConcurrentHashMap<>(byPid).values().iterator().next());
        List<Child> others =
                children.stream().filter(child -> !atAnEnd.contains(child)).toList();
        return others.get(0);
    }

    /** Another one waits for the same child: it is not disturbed, or comes too late and comes again. */
    static void othersGoOn(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child child = ward.start();
            List<Actor> interrupted =
                    List.of(ward.begin("A", () -> ward.reaper().reap(child.pid())), ward.begin("B", () -> ward.reaper()
                            .reapAll()));
            interrupted.forEach(ward::settle);
            Actor other = ward.begin("C", () -> ward.reaper().reap(child.pid()));
            ward.settle(other);
            for (Actor actor : interrupted) {
                if (!actor.hasEnded()) {
                    actor.interrupt();
                    throwsInterrupted(ward, actor, "reaper.interrupt.reap", child);
                }
            }
            child.exit(STATUS);
            Message expected = Message.of("reaper.interrupt.keeps", STATUS);
            ward.awaitEnd(other, expected);
            if (Ward.refused(other)) {
                canStillBeReaped(ward, child, STATUS);
            } else {
                Ward.hasReaped(other, STATUS);
            }
        }
    }
}
