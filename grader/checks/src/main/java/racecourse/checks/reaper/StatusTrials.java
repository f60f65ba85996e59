package racecourse.checks.reaper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.reaper.ChildReaper;

/** What one thread sees: children are started and reaped, and what is no child is refused. */
final class StatusTrials {
    private static final int STATUS = 7;

    private StatusTrials() {}

    /** One is waited for, one has ended before it is asked for. */
    static void reaps(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(2);
            Child waitedFor = children.get(0);
            Actor waiting = ward.begin("A", () -> ward.reaper().reap(waitedFor.pid()));
            ward.settle(waiting);
            if (waiting.hasEnded()) {
                throw tooEarly(waiting);
            }
            waitedFor.exit(STATUS);
            ward.awaitEnd(waiting, Ward.reap(STATUS));
            Ward.hasReaped(waiting, STATUS);
            children.get(1).exit(0);
            ward.reaps(children.get(1), 0);
        }
    }

    private static Violation tooEarly(Actor waiting) {
        Message expected = Message.of("reaper.waits.expected");
        return waiting.thrown() == null
                ? new Violation(
                        Evidence.of(expected, Message.of("reaper.waits.observed", String.valueOf(waiting.result()))))
                : Scene.threw(expected, waiting.thrown());
    }

    /** What was given out once is unknown: by reap, and by reapAll. */
    static void reapedIsUnknown(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            List<Child> children = ward.start(2);
            children.get(0).exit(0);
            ward.reaps(children.get(0), 0);
            refuses(ward, children.get(0).pid(), "reaper.unknown.reaped", () -> {});
            children.get(1).exit(1);
            ward.reapsAll(ward.reaper());
            refuses(ward, children.get(1).pid(), "reaper.unknown.reaped-by-all", () -> {});
        }
    }

    /** This process, a child of somebody else, a child of another reaper, no process at all. */
    static void othersAreUnknown(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            refuses(ward, Long.MAX_VALUE, "reaper.unknown.none", () -> {});
            refuses(ward, ProcessHandle.current().pid(), "reaper.unknown.self", () -> {});
            ChildReaper other = ward.another();
            Child others = ward.start(other, Child.Kind.DOCILE, 1).get(0);
            refuses(ward, others.pid(), "reaper.unknown.others", () -> others.exit(STATUS));
            Child kits = ward.nursery().plan(Child.Kind.DOCILE);
            ward.startHere(kits);
            refuses(ward, kits.pid(), "reaper.unknown.not-its-child", () -> kits.exit(STATUS));
        }
    }

    /** Who waits by mistake is let go, and has to answer for what it returns then. */
    private static void refuses(Ward ward, long pid, String text, Runnable release) {
        Message expected = Message.of(text);
        Actor asking = ward.begin("A", () -> ward.reaper().reap(pid));
        ward.settle(asking);
        if (!asking.hasEnded()) {
            release.run();
        }
        ward.awaitEnd(asking, expected);
        if (!Ward.refused(asking)) {
            throw Ward.returned(expected, asking);
        }
    }

    /** A program that is not there, and one that is none. */
    static void unstartable(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Path directory = Files.createTempDirectory("reaper");
            for (Path program : List.of(directory.resolve("missing"), directory)) {
                Message expected = Message.of("reaper.unstartable.expected");
                Actor starting = ward.begin("A", () -> ward.reaper().start(List.of(program.toString())));
                ward.awaitEnd(starting, expected);
                if (!(starting.thrown() instanceof IOException)) {
                    throw Ward.returned(expected, starting);
                }
            }
            Files.delete(directory);
            isEmpty(ward);
        }
    }

    static void empty(Subject subject) throws IOException {
        try (Ward ward = new Ward(subject)) {
            Message expected = Message.of("reaper.empty.expected");
            Actor starting = ward.begin("A", () -> ward.reaper().start(List.of()));
            ward.awaitEnd(starting, expected);
            if (!(starting.thrown() instanceof IllegalArgumentException)) {
                throw Ward.returned(expected, starting);
            }
            isEmpty(ward);
        }
    }

    private static void isEmpty(Ward ward) {
        Message expected = Message.of("reaper.unstartable.no-child");
        Object left = ward.value(expected, () -> ward.reaper().unreaped());
        if (!left.equals(Set.of())) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.unreaped.observed", left)));
        }
    }
}
