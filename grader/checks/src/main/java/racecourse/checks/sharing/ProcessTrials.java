package racecourse.checks.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Reach.ForeignCall;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.engine.processes.ArgumentReads;
import racecourse.checks.engine.processes.HeldCall;
import racecourse.checks.engine.processes.ShellScript;
import racecourse.checks.engine.processes.Starts.Fate;
import racecourse.checks.engine.processes.Starts.Started;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.sharing.MemoryExperiment;

/** What is demanded of {@code afterProcess}; each trial runs in a JVM of its own. */
final class ProcessTrials {
    private static final int INITIAL = 40_017;
    private static final int ASSIGNED = -70_023;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private ProcessTrials() {}

    private static HeldCall call(Subject subject, Fate fate, int initial, int assigned) throws Throwable {
        MemoryExperiment experiment = Sharing.experiment(subject);
        return HeldCall.of(fate, () -> experiment.afterProcess(initial, assigned));
    }

    /** Waits for the end of a call that nothing disturbs, and returns what it returned. */
    private static int undisturbed(HeldCall call, Message expected) {
        call.awaitEnd();
        @Nullable Throwable thrown = call.actor().thrown();
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
        return call.actor().result() instanceof Integer value ? value : 0;
    }

    /** The caller's variable is as it was, for any numbers. */
    static final class Keeps implements Detection {
        /** Whose child waits for input that does not come stands still that long, and then that long. */
        private static final List<Duration> PATIENCE = List.of(Duration.ofSeconds(3), Duration.ofSeconds(5));

        @Override
        public Outcome detect(Subject subject) throws Throwable {
            MemoryExperiment experiment = Sharing.experiment(subject);
            for (int[] pair : List.of(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, new int[] {0, -1})) {
                expect(experiment, pair[0], pair[1]);
            }
            return new Outcome.Clean();
        }

        private static void expect(MemoryExperiment experiment, int initial, int assigned) throws Throwable {
            Message expected = Message.of("sharing.process.keeps", initial, assigned);
            for (Duration patience : PATIENCE) {
                try (HeldCall call = HeldCall.of(Fate.AS_IT_IS, () -> experiment.afterProcess(initial, assigned))) {
                    if (call.endsByItself(patience)) {
                        expect(call, expected, initial, "sharing.process.returned");
                        return;
                    }
                }
            }
            throw new Violation(Evidence.of(expected, Message.of("sharing.process.awaits-input"))
                    .hinting(Message.of("sharing.process.input.try")));
        }

        private static void expect(HeldCall call, Message expected, int initial, String observed) {
            int seen = undisturbed(call, expected);
            if (seen != initial) {
                throw new Violation(Evidence.of(expected, Message.of(observed, seen))
                        .hinting(Message.of("sharing.process.keeps.try")));
            }
        }
    }

    /** A process is started, by every call. */
    static final class ReallyStarts implements Detection {
        /** Ways to start one that are not seen. */
        private static final Set<String> UNSEEN =
                Set.of("java/lang/reflect/Method", "java/lang/invoke/MethodHandle", "java/lang/reflect/Constructor");

        @Override
        public Outcome detect(Subject subject) throws Throwable {
            Message expected = Message.of("sharing.process.starts");
            MemoryExperiment experiment = Sharing.experiment(subject);
            // that nothing is to change is no reason to start none
            for (int assigned : List.of(ASSIGNED, INITIAL)) {
                try (HeldCall call = HeldCall.of(Fate.AS_IT_IS, () -> experiment.afterProcess(INITIAL, assigned))) {
                    undisturbed(call, expected);
                    if (call.attempts() == 0) {
                        if (uses(subject, UNSEEN)) {
                            throw new Powerless(Message.of("sharing.process.unseen"));
                        }
                        throw new Violation(Evidence.of(expected, Message.of("sharing.process.none", INITIAL, assigned))
                                .hinting(Message.of("sharing.process.starts.try")));
                    }
                }
            }
            return new Outcome.Clean();
        }
    }

    /** The child is told what it is to assign. */
    static final class ChildAssigns implements Detection {
        /** Ways to tell a child something that are not looked at. */
        private static final Set<String> CHANNELS = Set.of(
                "java/lang/Process",
                "java/nio/file/Files",
                "java/io/FileOutputStream",
                "java/io/FileWriter",
                "java/io/PrintWriter",
                "java/io/RandomAccessFile",
                "java/net/Socket",
                "java/net/ServerSocket",
                "java/lang/reflect/Method",
                "java/lang/invoke/MethodHandle");

        @Override
        public Outcome detect(Subject subject) throws Throwable {
            Message expected = Message.of("sharing.process.assigns");
            List<List<Object>> told = new ArrayList<>();
            List<Started> lastStarted = List.of();
            for (int assigned : List.of(ASSIGNED, ASSIGNED + 1)) {
                try (HeldCall call = call(subject, Fate.AS_IT_IS, INITIAL, assigned)) {
                    undisturbed(call, expected);
                    lastStarted = call.started();
                    told.add(lastStarted.stream()
                            .flatMap(started -> started.told().stream())
                            .toList());
                }
            }
            for (Started started : lastStarted) {
                if (ShellScript.assignsNothing(started.command())) {
                    throw new Violation(Evidence.of(
                                    expected,
                                    Message.of(
                                            "sharing.process.script",
                                            started.command().get(2)))
                            .hinting(Message.of("sharing.process.script.try")));
                }
            }
            boolean same = told.get(0).equals(told.get(1)) && !told.get(0).isEmpty();
            if (tells(subject)) {
                return new Outcome.Clean();
            }
            if (!same) {
                looksAtIt(subject, expected, lastStarted);
                return new Outcome.Clean();
            }
            throw new Violation(Evidence.of(
                            expected,
                            Message.of("sharing.process.told", told.get(0).get(0), ASSIGNED, ASSIGNED + 1))
                    .hinting(Message.of("sharing.process.assigns.try")));
        }

        /** A main program that is told the number as an argument, and in no other way, takes it out of its arguments. */
        private static void looksAtIt(Subject subject, Message expected, List<Started> started) throws Throwable {
            boolean otherwise = started.size() != 1
                    || started.get(0).environment().values().stream()
                            .anyMatch(value -> value.toString().contains(Integer.toString(ASSIGNED + 1)));
            if (otherwise) {
                return;
            }
            MemoryExperiment experiment = Sharing.experiment(subject);
            try (ArgumentReads reads = new ArgumentReads(subject.classPath());
                    HeldCall call = HeldCall.of(reads, () -> experiment.afterProcess(INITIAL, ASSIGNED))) {
                call.awaitEnd();
                @Nullable String ignored = call.actor().thrown() == null ? reads.neverRead(ASSIGNED) : null;
                if (ignored != null) {
                    throw new Violation(Evidence.of(expected, Message.of("sharing.process.ignored", ignored))
                            .hinting(Message.of("sharing.process.ignored.try")));
                }
            }
        }

        /** Of a process, only what leads into it counts. */
        private static boolean tells(Subject subject) {
            return calls(subject).stream()
                    .filter(call ->
                            CHANNELS.contains(call.owner()) || call.owner().startsWith("java/nio/channels/"))
                    .anyMatch(call -> !call.owner().equals("java/lang/Process")
                            || Set.of("getOutputStream", "outputWriter").contains(call.name()));
        }
    }

    /** When the call returns, its child has ended. */
    static final class Ended implements Detection {
        @Override
        public Outcome detect(Subject subject) throws Throwable {
            if (!HeldCall.isPossible()) {
                return new Outcome.NotApplicable(Message.of("engine.starts.no-shell"));
            }
            Message expected = Message.of("sharing.process.ended");
            try (HeldCall call = call(subject, Fate.OVERDUE, INITIAL, ASSIGNED)) {
                call.awaitStart();
                call.settle();
                left(call, expected);
                call.openGate();
                call.awaitEnd();
                if (call.actor().thrown() == null) {
                    left(call, expected);
                    return new Outcome.Clean();
                }
            }
            // what is in front of its command may have disturbed it: once more, as it is
            try (HeldCall call = call(subject, Fate.AS_IT_IS, INITIAL, ASSIGNED)) {
                undisturbed(call, expected);
                left(call, expected);
            }
            return new Outcome.Clean();
        }

        private static void left(HeldCall call, Message expected) {
            if (call.actor().hasEnded() && call.actor().thrown() == null) {
                stillRuns(call, expected, "sharing.process.left");
                call.outlived().ifPresent(command -> {
                    throw new Violation(Evidence.of(expected, Message.of("sharing.process.outlived", command))
                            .hinting(Message.of("sharing.process.outlived.try")));
                });
            }
        }
    }

    private static void stillRuns(HeldCall call, Message expected, String key) {
        List<Started> running = call.running();
        if (!running.isEmpty()) {
            throw new Violation(
                    Evidence.of(expected, Message.of(key, running.get(0).command()))
                            .hinting(Message.of("sharing.process.ended.try")));
        }
    }

    /**
     * Interrupted while its child runs, the call throws, and the child has ended then: killed late, as the system may do
     * it, so that whoever does not wait for that is seen.
     */
    static final class Interrupted implements Detection {
        private static final Duration HEARD = Duration.ofSeconds(1);

        @Override
        public Outcome detect(Subject subject) throws Throwable {
            if (!HeldCall.isPossible()) {
                return new Outcome.NotApplicable(Message.of("engine.starts.no-shell"));
            }
            Message expected = Message.of("sharing.process.interrupted");
            try (HeldCall call = call(subject, Fate.HELD, INITIAL, ASSIGNED)) {
                call.awaitStart();
                call.settle();
                if (call.actor().hasEnded()) {
                    // it does not wait for its child: another detector's affair
                    throw new Powerless(Message.of("sharing.process.does-not-wait"));
                }
                boolean heard = call.actor().interruptHeard(HEARD);
                if (call.settle() != Actor.Rest.ENDED) {
                    call.awaitKills();
                }
                if (call.settle() != Actor.Rest.ENDED) {
                    notYet(subject, call);
                }
                call.awaitEnd();
                @Nullable Throwable thrown = call.actor().thrown();
                if (thrown instanceof InterruptedException) {
                    stillRuns(call, expected, "sharing.process.left-interrupted");
                } else if (thrown == null && !heard) {
                    throw new Powerless(Message.of("sharing.process.does-not-wait"));
                } else if (thrown == null) {
                    throw new Violation(Evidence.of(expected, Message.of("sharing.process.not-interrupted"))
                            .hinting(Message.of("sharing.process.interrupted.try")));
                } else {
                    throw Scene.threw(expected, thrown);
                }
            }
            return new Outcome.Clean();
        }
    }

    /**
     * Interrupted, it waits on. It may have asked its child to end in a way that a held one does not hear; if it can only
     * kill, it has not even tried.
     */
    private static void notYet(Subject subject, HeldCall call) throws Throwable {
        if (!ChildAssigns.tells(subject) && call.standsStill()) {
            throw new Violation(Evidence.of(
                            Message.of("sharing.process.interrupted"),
                            Message.of(
                                    "sharing.process.deaf",
                                    call.running().get(0).command()))
                    .hinting(Message.of("sharing.process.interrupted.try")));
        }
        call.actor().interrupt();
        if (call.settle() != Actor.Rest.ENDED) {
            call.openGate();
        }
    }

    /** A child that cannot start, is killed, or fails: an IOException. */
    static final class Fails implements Detection {
        @Override
        public Outcome detect(Subject subject) throws Throwable {
            if (!HeldCall.isPossible()) {
                return new Outcome.NotApplicable(Message.of("engine.starts.no-shell"));
            }
            for (Fate fate : List.of(Fate.REFUSED, Fate.KILLED, Fate.FAILING)) {
                Message expected = Message.of("sharing.process.fails." + fate);
                try (HeldCall call = call(subject, fate, INITIAL, ASSIGNED)) {
                    call.awaitEnd();
                    @Nullable Throwable thrown = call.actor().thrown();
                    if (thrown == null) {
                        throw new Violation(Evidence.of(
                                        expected,
                                        Message.of(
                                                "sharing.process.returned",
                                                String.valueOf(call.actor().result())))
                                .hinting(Message.of("sharing.process.fails.try")));
                    }
                    if (!(thrown instanceof java.io.IOException)) {
                        throw Scene.threw(expected, thrown);
                    }
                }
            }
            return new Outcome.Clean();
        }
    }

    /** A call on one object goes on while the child of another object's call runs, and neither sees the other's numbers. */
    static final class Apart implements Detection {
        private static final int OTHER = 61_403;

        @Override
        public Outcome detect(Subject subject) throws Throwable {
            if (!HeldCall.isPossible()) {
                return new Outcome.NotApplicable(Message.of("engine.starts.no-shell"));
            }
            Message expected = Message.of("sharing.independent.expected");
            MemoryExperiment second = Sharing.experiment(subject);
            try (HeldCall call = call(subject, Fate.HELD, INITIAL, ASSIGNED)) {
                call.awaitStart();
                call.settle();
                if (call.actor().hasEnded()) {
                    // it does not wait for its child: another detector's affair
                    throw new Powerless(Message.of("sharing.process.does-not-wait"));
                }
                int before = call.attempts();
                Actor other = call.beside(() -> second.afterProcess(OTHER, ASSIGNED));
                call.awaitStartBeside(other, before);
                boolean waits = call.attempts() == before && !other.hasEnded();
                List<Place> where = other.isAt();
                boolean still = waits && call.standsStill();
                call.openGate();
                int first = undisturbed(call, expected);
                if (!other.awaitEnd(LIMIT)) {
                    throw new Powerless(Message.of("engine.time-ran-out", other.name()));
                }
                if (other.thrown() != null) {
                    throw Scene.threw(expected, other.thrown());
                }
                if (still) {
                    throw Apart.met(Message.of("sharing.independent.waits", "afterProcess"), where);
                }
                if (waits) {
                    throw new Powerless(Message.of("engine.time-ran-out", other.name()));
                }
                if (first != INITIAL || !Integer.valueOf(OTHER).equals(other.result())) {
                    throw Apart.met(
                            Message.of(
                                    "sharing.independent.mixed", INITIAL, first, OTHER, String.valueOf(other.result())),
                            List.of());
                }
            }
            return new Outcome.Clean();
        }

        static Violation met(Message observed, List<Place> where) {
            return new Violation(Evidence.of(Message.of("sharing.independent.expected"), observed)
                    .at(where)
                    .hinting(Message.of("sharing.independent.try")));
        }
    }

    /** Calls on good days and on bad ones, for whoever listens. */
    static final class Quiet implements Detection {
        @Override
        public Outcome detect(Subject subject) throws Throwable {
            try (HeldCall call = call(subject, Fate.AS_IT_IS, INITIAL, ASSIGNED)) {
                call.awaitEnd();
            }
            List<Fate> mishaps =
                    HeldCall.isPossible() ? List.of(Fate.REFUSED, Fate.KILLED, Fate.FAILING) : List.of(Fate.REFUSED);
            for (Fate fate : mishaps) {
                try (HeldCall call = call(subject, fate, INITIAL, ASSIGNED)) {
                    call.awaitEnd();
                }
            }
            return new Outcome.Clean();
        }
    }

    private static boolean uses(Subject subject, Set<String> owners) {
        return calls(subject).stream().anyMatch(call -> owners.contains(call.owner()));
    }

    private static List<ForeignCall> calls(Subject subject) {
        Submission submission = Submission.read(subject.classPath(), List.of(Sharing.EXPERIMENT));
        return Reach.of(submission, submission.named(Sharing.EXPERIMENT.replace('.', '/'), "afterProcess"))
                .foreign();
    }
}
