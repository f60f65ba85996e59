package racecourse.checks.engine.locks.habits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;

/**
 * Looks at all code of a lab for habits that lead into trouble. None of them proves that a clause of the contract is
 * broken: there may be a reason that the code does not show. So they are advice only.
 */
public final class Habits {
    private static final List<Habit> ALL = List.of(
            new RunCalled(),
            new ThreadStopped(),
            new StartedInConstructor(),
            new DaemonTooLate(),
            new InterruptSwallowed(),
            new LockInsideTry(),
            new LockObject(),
            new LockReplaced());

    private Habits() {}

    /**
     * Returns the ids of all of these rules.
     *
     * @return ids such as {@code threads.started-not-run}
     */
    public static List<String> ids() {
        return ALL.stream().map(Habit::id).toList();
    }

    /**
     * Makes a detector that notes what it finds.
     *
     * @param entries the lab's classes, binary names
     * @return the detector's code, which accuses nobody
     */
    public static Detection advice(List<String> entries) {
        return Detection.asking(ids(), subject -> {
            found(subject.classPath(), entries).forEach(Advice::note);
            return new Outcome.Clean();
        });
    }

    /**
     * Looks at classes.
     *
     * @param classDirectories directories of compiled classes
     * @param entries binary names of the lab's classes
     * @return a piece of advice for each habit and thing that it is about, with all the lines
     */
    public static List<Evidence> found(List<Path> classDirectories, List<String> entries) {
        Submission submission = Submission.read(classDirectories, entries);
        Set<MethodCode> ofCallers = CallersThread.methods(submission, entries);
        Map<Message, Evidence> found = new LinkedHashMap<>();
        for (Habit habit : ALL) {
            Map<Message, List<Place>> seen = new LinkedHashMap<>();
            for (ClassNode type : submission.types()) {
                for (MethodNode node : type.methods) {
                    MethodCode method = submission.code(type, node);
                    if (!habit.concernsCallersOnly() || ofCallers.contains(method)) {
                        look(habit, submission, method, seen);
                    }
                }
            }
            seen.forEach((observed, places) -> found.put(observed, evidence(habit, observed, places)));
        }
        return List.copyOf(found.values());
    }

    private static void look(Habit habit, Submission submission, MethodCode method, Map<Message, List<Place>> seen) {
        habit.look(submission, method, (at, what) -> {
            var place = method.place(at);
            List<Place> places = seen.computeIfAbsent(
                    Message.of("engine.habits." + habit.id() + ".observed", what), observed -> new ArrayList<>());
            Place line = new Place(place.file(), place.line(), null);
            // a finally is there once for each way out
            if (!places.contains(line)) {
                places.add(line);
            }
        });
    }

    private static Evidence evidence(Habit habit, Message observed, List<Place> places) {
        String stem = "engine.habits." + habit.id();
        return Evidence.of(Message.of(stem + ".expected"), observed)
                .at(places.stream().sorted(Comparator.comparingInt(Place::line)).toList())
                .because(Message.of(stem + ".why"))
                .hinting(Message.of(stem + ".try"))
                .ruledBy(habit.id());
    }
}
