package racecourse.checks.engine.locks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Exploration;
import racecourse.checks.engine.locks.paths.Hold;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Path;
import racecourse.checks.engine.locks.paths.Place;
import racecourse.checks.protocol.Message;

/**
 * A model and what the lab asks of it, for a rule to look at.
 *
 * @param model the model
 * @param exercise what the lab asks
 * @param taking the paths of the method that reads, pauses and writes back
 * @param looking the paths of the method that only looks
 * @param number the shared fields that the looking method answers from
 */
record Inquiry(
        LockModel model, Exercise exercise, List<Exploration> taking, List<Exploration> looking, Set<Location> number) {

    static Inquiry of(LockModel model, Exercise exercise) {
        return new Inquiry(
                model,
                exercise,
                model.explore(exercise.taking()),
                model.explore(exercise.looking()),
                model.answeredFrom(exercise.looking()));
    }

    /** All that a class offers, where the lab asks for no more than that. */
    static Inquiry ofAll(LockModel model, List<Exploration> methods) {
        return new Inquiry(model, Exercise.of("", "", ""), methods, methods, Set.of());
    }

    List<Path> takingPaths() {
        return paths(taking);
    }

    List<Path> lookingPaths() {
        return paths(looking);
    }

    List<Path> allPaths() {
        // each method is explored once; to compare what was found, all that is nested in it, takes longer than a rule
        Set<Exploration> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Exploration> all = Stream.concat(taking.stream(), looking.stream())
                .filter(known::add)
                .toList();
        return paths(all);
    }

    private static List<Path> paths(List<Exploration> explorations) {
        return explorations.stream().flatMap(one -> one.paths().stream()).toList();
    }

    /** Returns whether each call has to acquire a file lock; one that the constructor may keep is not followed. */
    boolean needsFileLock() {
        Exploration constructor = model.construction().constructor();
        return exercise.demands(Exercise.Demand.ACROSS_PROCESSES)
                && constructor != null
                && constructor.complete()
                && constructor.paths().stream().noneMatch(Inquiry::mayLockFile);
    }

    private static boolean mayLockFile(Path path) {
        return path.unknown() != null
                || path.events().stream()
                        .anyMatch(event -> event instanceof Event.Acquired acquired
                                && acquired.hold().kind() == Hold.Kind.FILE);
    }

    String name(Operand operand) {
        return model.names().of(operand);
    }

    String name(Hold hold) {
        String name = name(hold.lock());
        if (hold.kind() == Hold.Kind.READ_WRITE || hold.kind() == Hold.Kind.STAMPED) {
            return name + (hold.mode() == Hold.Mode.READ ? " (read)" : " (write)");
        }
        return name;
    }

    String name(Location location) {
        return model.names().of(location);
    }

    Found advice(Rule rule, String stem, Place at) {
        return new Found(rule, Level.ADVICE, stem, at);
    }

    Found violation(Rule rule, String stem, Place at) {
        return new Found(rule, Level.VIOLATION, stem, at);
    }

    /** A finding in the making. */
    static final class Found {
        private final Rule rule;
        private final Level level;
        private final String stem;
        private final Place at;
        private final List<racecourse.checks.protocol.Place> further = new ArrayList<>();
        private String field = "";
        private String lock = "";

        Found(Rule rule, Level level, String stem, Place at) {
            if (!rule.says().contains(stem)) {
                throw new IllegalArgumentException(rule.id() + " says " + rule.says() + ", not " + stem);
            }
            this.rule = rule;
            this.level = level;
            this.stem = stem;
            this.at = at;
        }

        Found field(String name) {
            field = name;
            return this;
        }

        Found lock(String name) {
            lock = name;
            return this;
        }

        Found also(Place place, String remark, Object... arguments) {
            further.add(new racecourse.checks.protocol.Place(
                    place.file(), place.line(), Message.of("locks.here." + remark, arguments)));
            return this;
        }

        /** The first arguments are always the method, the line, the lock and the field. */
        Finding saying(Object... more) {
            List<String> arguments =
                    new ArrayList<>(List.of(at.method() + "()", Integer.toString(at.line()), lock, field));
            for (Object argument : more) {
                arguments.add(String.valueOf(argument));
            }
            return new Finding(
                    rule.id(),
                    level,
                    at.type().replace('/', '.'),
                    at.method(),
                    at.file(),
                    at.line(),
                    field,
                    lock,
                    new Message("locks." + stem, arguments),
                    further);
        }
    }

    /** One finding for a rule, a line and a lock is enough. */
    static List<Finding> distinct(List<Finding> findings) {
        Map<String, Finding> first = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String key = finding.level()
                    + finding.message().key()
                    + finding.file()
                    + finding.line()
                    + finding.lock()
                    + finding.field();
            first.putIfAbsent(key, finding);
        }
        return List.copyOf(first.values());
    }
}
