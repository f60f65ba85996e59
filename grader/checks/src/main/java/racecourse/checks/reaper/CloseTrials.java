package racecourse.checks.reaper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Stops;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Patience;
import racecourse.checks.engine.children.Running;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.reaper.ChildReaper;

/** What close ends, how long it may take, and what is left to do afterwards. */
final class CloseTrials {
    /** The contract's five seconds, and something for the machine. */
    static final Duration LIMIT = Duration.ofMillis(5500);

    /** A control that takes longer says that the machine is slow. */
    private static final Duration CONTROL = Duration.ofSeconds(3);

    private static final Message CLOSES = Message.of("reaper.close.expected");
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final int STUBBORN = 6;
    private static final int KILLED = 128 + 9;
    private static final int ROUNDS = 12;
    private static final int MOST_STEPS = 30;
    private static final int SLOW_ROUNDS = 3;
    private static final int MOST_STARTS = 100;
    private static final Path SLEEP = Path.of("/bin/sleep");

    private CloseTrials() {}

    /** Several that ignore a polite request, so that waiting for one after the other takes too long. */
    static void endsTheStubborn(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(ward.reaper(), Child.Kind.STUBBORN, STUBBORN);
            closes(ward, ward.reaper(), children);
            for (Child child : children) {
                child.awaitKnownToHaveEnded();
                Object status = statusOfEnded(ward, child);
                if (File.separatorChar != '\\' && !status.equals(KILLED)) {
                    throw new Violation(Evidence.of(Ward.reap(KILLED), Message.of("reaper.status.observed", status)));
                }
            }
        }
    }

    /** A child, its stubborn child and a child of that, beside one that has ended before. */
    static void endsDescendants(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(2);
            Child grandchild = children.get(0).spawn(Child.Kind.STUBBORN);
            Child next = grandchild.spawn(Child.Kind.DOCILE);
            Child ended = children.get(1);
            ended.exit(5);
            closes(ward, ward.reaper(), List.of(children.get(0), grandchild, next));
            ward.reaps(ended, 5);
            children.get(0).awaitKnownToHaveEnded();
            statusOfEnded(ward, children.get(0));
        }
    }

    /** While one close is held after each of its steps in turn, another one is made: none returns before the end of all. */
    static Outcome besideAnother(Subject subject) throws IOException {
        if (!Running.isToldByProc() || !Sleeper.isKnownHere()) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        try (Ward ward = new Ward(subject.stopping())) {
            int step = 1;
            while (step <= MOST_STEPS && besideAnother(ward, step)) {
                step++;
            }
        }
        return new Outcome.Clean();
    }

    /** Returns false when there was no such step. */
    private static boolean besideAnother(Ward ward, int step) {
        ChildReaper reaper = ward.another();
        Sleeper sleeper = ward.startSleeper(reaper, Sleeper.command());
        Closing second = new Closing(reaper, List.of(sleeper.process()));
        try (Hold hold = new Hold()) {
            Actor held = ward.begin("A", () -> Stops.during(hold, step, Call.of(reaper::close)));
            boolean isHeld = hold.awaitHeld(held);
            List<Place> where = Threads.innermost(hold.last(), Message.of("engine.is-here", held.name()));
            Actor other = ward.begin("B", second::run);
            ward.settle(other);
            hold.open();
            for (Actor closing : List.of(held, other)) {
                ward.awaitEnd(closing, CLOSES);
                if (closing.thrown() != null) {
                    throw Scene.threw(CLOSES, closing.thrown());
                }
            }
            if (second.running() > 0) {
                throw new Violation(Evidence.of(CLOSES, Message.of("reaper.close.second"))
                        .at(where)
                        .hinting(Message.of("reaper.close.second.try")));
            }
            return isHeld;
        }
    }

    private static Object statusOfEnded(Ward ward, Child child) {
        return ward.value(Message.of("reaper.close.reaps"), () -> ward.reaper().reap(child.pid()));
    }

    /** It may be called again, on nothing and on children that were ended; start is refused from then on. */
    static void isForGood(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Child child = ward.start();
            closes(ward, ward.reaper(), List.of(child));
            closes(ward, ward.reaper(), List.of());
            Object left = ward.value(
                    Message.of("reaper.close.reaps"), () -> ward.reaper().unreaped());
            if (!left.equals(Set.of(child.pid()))) {
                throw new Violation(
                        Evidence.of(Message.of("reaper.close.reaps"), Message.of("reaper.unreaped.observed", left)));
            }
            child.awaitKnownToHaveEnded();
            statusOfEnded(ward, child);
            closes(ward, ward.reaper(), List.of());
            Message expected = Message.of("reaper.close.start");
            Child late = ward.nursery().plan(Child.Kind.DOCILE);
            Actor starting = ward.begin("A", () -> ward.reaper().start(late.command()));
            ward.awaitEnd(starting, expected);
            if (!(starting.thrown() instanceof IllegalStateException)) {
                throw Ward.returned(expected, starting);
            }
        }
    }

    /** Closes, and looks at once whether any of these still runs. */
    static void closes(Ward ward, ChildReaper reaper, List<Child> mustEnd) throws IOException {
        Closing closing =
                new Closing(reaper, mustEnd.stream().map(Child::process).toList());
        close(ward, closing);
        long running = closing.running();
        if (!Running.isToldByProc()) {
            running = mustEnd.stream().filter(child -> child.answers(ANSWER)).count();
        }
        noneMayRun(running, mustEnd.size());
    }

    private static void close(Ward ward, Closing closing) throws IOException {
        Actor actor = ward.begin("A", closing::run);
        if (!Patience.wait(LIMIT, actor::awaitEnd)) {
            throw late(ward, actor);
        }
        if (actor.thrown() != null) {
            throw Scene.threw(CLOSES, actor.thrown());
        }
    }

    static void noneMayRun(long running, int all) {
        if (running > 0) {
            throw new Violation(Evidence.of(CLOSES, Message.of("reaper.close.running", running, all))
                    .hinting(Message.of("reaper.close.try")));
        }
    }

    /** A child with so much memory that its end takes a while; once, the same as the child of a shell. */
    static Outcome waitsForTheEnd(Subject subject) throws IOException {
        if (!SlowToEnd.isPossible()) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        for (int round = 0; round <= SLOW_ROUNDS; round++) {
            try (Ward ward = new Ward(subject);
                    SlowToEnd slow = SlowToEnd.start(ward, round == SLOW_ROUNDS)) {
                Closing closing = new Closing(ward.reaper(), slow.processes());
                close(ward, closing);
                noneMayRun(closing.running(), slow.processes().size());
            }
        }
        return new Outcome.Clean();
    }

    /** It has taken more than the contract gives it; the control is a stubborn child that is killed meanwhile. */
    static RuntimeException late(Ward ward, Actor closing) throws IOException {
        long begin = System.nanoTime();
        Child control = ward.nursery().plan(Child.Kind.STUBBORN);
        ward.startHere(control);
        control.kill();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(CONTROL) > 0) {
            throw new Powerless(Message.of("engine.time-ran-out", closing.name()));
        }
        throw new Violation(
                Evidence.of(Message.of("reaper.close.limit"), Message.of("reaper.close.late", took.toMillis()))
                        .at(Threads.innermost(List.of(closing.thread().getStackTrace()), null))
                        .hinting(Message.of("reaper.close.try")));
    }

    /** A child whose start returns while the reaper is being closed is ended too, or was not started. */
    static Outcome besideStart(Subject subject) throws IOException {
        if (!Running.isToldByProc() || !Files.isExecutable(SLEEP)) {
            return new Outcome.NotApplicable(Message.of("reaper.no-short-children"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (Ward ward = new Ward(subject)) {
                race(ward);
            }
        }
        return new Outcome.Clean();
    }

    private static void race(Ward ward) {
        Message expected = Message.of("reaper.close.beside-start");
        Set<Long> pids = new TreeSet<>();
        List<ProcessHandle> started = new ArrayList<>();
        Actor starting = ward.begin("A", () -> {
            for (int i = 0; i < MOST_STARTS; i++) {
                long pid;
                try {
                    pid = ward.reaper().start(List.of(SLEEP.toString(), "30"));
                } catch (IllegalStateException e) {
                    return null;
                }
                synchronized (pids) {
                    pids.add(pid);
                    ProcessHandle.of(pid).ifPresent(started::add);
                    pids.notifyAll();
                }
            }
            return null;
        });
        awaitFirst(starting, pids);
        Actor closing = ward.begin("B", Call.of(ward.reaper()::close));
        try {
            ward.awaitEnd(closing, expected);
            ward.awaitEnd(starting, expected);
            boolean left = started.stream().anyMatch(process -> !Running.awaitEnd(process, Duration.ofSeconds(1)));
            if (left) {
                throw new Violation(Evidence.of(expected, Message.of("reaper.close.beside-start.left"))
                        .hinting(Message.of("reaper.close.beside-start.try")));
            }
        } finally {
            synchronized (pids) {
                started.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static void awaitFirst(Actor starting, Set<Long> pids) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        synchronized (pids) {
            try {
                while (pids.isEmpty() && !starting.hasEnded() && System.nanoTime() < end) {
                    TimeUnit.MILLISECONDS.timedWait(pids, 5);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
