package racecourse.checks.daemon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import racecourse.checks.daemon.Host.Scenario;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.processes.ChildJvm;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/** How long hosted JVMs live: as long as a user thread in them, and no longer. */
final class Lives {
    private Lives() {}

    /** A thread that keeps a JVM from ending. */
    private record Keeper(String kind, String name, String state, List<Place> places) {
        static Keeper of(String told) {
            String[] parts = told.split("\t", -1);
            List<Place> places = new ArrayList<>();
            int colon = parts[3].lastIndexOf(':');
            if (colon > 0) {
                places.add(
                        new Place(parts[3].substring(0, colon), Integer.parseInt(parts[3].substring(colon + 1)), null));
            }
            return new Keeper(parts[0], parts[1], parts[2], places);
        }

        boolean isTheDaemon() {
            return kind.equals(Watcher.DAEMON);
        }
    }

    /** A daemon whose body never ends does not keep the JVM. */
    static Outcome endBesideADaemon(Subject subject) throws IOException {
        for (Keeper keeper : keepers(subject)) {
            if (keeper.isTheDaemon()) {
                throw kept("daemon.ends.expected", "daemon.ends.kept", "daemon.ends.try", keeper);
            }
        }
        return new Outcome.Clean();
    }

    /** Neither does anything else once the user thread's body has ended. */
    static Outcome endWithoutDelay(Subject subject) throws IOException {
        for (Keeper keeper : keepers(subject)) {
            if (!keeper.isTheDaemon()) {
                throw kept(
                        "daemon.nothing-else.expected", "daemon.nothing-else.kept", "daemon.nothing-else.try", keeper);
            }
        }
        return new Outcome.Clean();
    }

    private static Violation kept(String expected, String observed, String advice, Keeper keeper) {
        return new Violation(Evidence.of(Message.of(expected), Message.of(observed, keeper.name(), keeper.state()))
                .at(keeper.places())
                .hinting(Message.of(advice)));
    }

    /** Lets a JVM end, and returns who keeps it if it does not. */
    private static List<Keeper> keepers(Subject subject) throws IOException {
        try (ChildJvm jvm = Host.start(subject, Scenario.ENDS)) {
            List<String> said = new ArrayList<>();
            Optional<String> last = listen(jvm, said, line -> line.startsWith(Watcher.KEPT), "daemon.ends.expected");
            if (!said.contains(Host.DAEMON_RUNS) || !said.contains(Host.USER_RUNS)) {
                throw new Powerless(Message.of("daemon.hosted.not-run"));
            }
            return last.stream()
                    .flatMap(line ->
                            List.of(line.substring(Watcher.KEPT.length()).split("\\|")).stream())
                    .map(Keeper::of)
                    .toList();
        }
    }

    /** A user thread that was started from the main thread keeps the JVM until it has done its work. */
    static Outcome lastAsLongAsAUserThread(Subject subject) throws IOException {
        waits(subject, Scenario.WAITS, "daemon.waits.expected");
        return new Outcome.Clean();
    }

    /** So does one that was started from a daemon thread. */
    static Outcome lastAsLongAsAUserThreadOfADaemon(Subject subject) throws IOException {
        waits(subject, Scenario.WAITS_FROM_A_DAEMON, "daemon.waits.expected-from-daemon");
        return new Outcome.Clean();
    }

    private static void waits(Subject subject, Scenario scenario, String expected) throws IOException {
        try (ChildJvm jvm = Host.start(subject, scenario)) {
            List<String> said = new ArrayList<>();
            if (listen(jvm, said, Watcher.MAIN_OVER::equals, expected).isEmpty()) {
                throw ended(expected, said);
            }
            jvm.tell(Host.GO);
            if (listen(jvm, said, Host.USER_DONE::equals, expected).isEmpty()) {
                throw ended(expected, said);
            }
        }
    }

    private static Violation ended(String expected, List<String> said) {
        boolean ran = said.contains(Host.USER_RUNS);
        return new Violation(
                Evidence.of(Message.of(expected), Message.of(ran ? "daemon.waits.ended" : "daemon.waits.ended-before"))
                        .hinting(Message.of("daemon.waits.try")));
    }

    /** Reads on until a line comes that is waited for; nothing when the JVM has ended before. */
    private static Optional<String> listen(ChildJvm jvm, List<String> said, Predicate<String> until, String expected) {
        while (true) {
            Optional<String> line = jvm.lineOrEnd();
            if (line.isEmpty()) {
                return line;
            }
            String what = line.get();
            said.add(what);
            if (what.startsWith(Watcher.PROBLEM)) {
                throw new Violation(Evidence.of(
                        Message.of(expected), Message.of("engine.threw", what.substring(Watcher.PROBLEM.length()))));
            }
            if (what.equals(Watcher.CALLING)) {
                // that the caller does not go on is another check's affair
                throw new Powerless(Message.of("daemon.hosted.calling"));
            }
            if (until.test(what)) {
                return line;
            }
        }
    }
}
