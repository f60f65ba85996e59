package racecourse.checks.engine.locks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import racecourse.checks.engine.locks.paths.Construction;
import racecourse.checks.engine.locks.paths.Event;
import racecourse.checks.engine.locks.paths.Exploration;
import racecourse.checks.engine.locks.paths.Location;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Names;
import racecourse.checks.engine.locks.paths.Operand;
import racecourse.checks.engine.locks.paths.Operands;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;

/** A class of a submission with all it leads to: which locks are held where, on which paths. */
public final class LockModel {
    private final Submission submission;
    private final String type;
    private final Construction construction;
    private final Names names;
    private final Map<String, List<Exploration>> explored = new HashMap<>();

    private LockModel(Submission submission, String type) {
        this.submission = submission;
        this.type = type;
        this.construction = Construction.of(submission, type);
        this.names = new Names(construction.heap());
    }

    /**
     * Reads a class and follows its constructor. Nothing is loaded and nothing runs.
     *
     * @param classDirectories directories of compiled classes
     * @param entryClass where to begin, {@code lab.counter.MutexCounter}
     * @return the model
     */
    public static LockModel of(List<Path> classDirectories, String entryClass) {
        return new LockModel(Submission.read(classDirectories, List.of(entryClass)), entryClass.replace('.', '/'));
    }

    /** Returns the classes. */
    public Submission submission() {
        return submission;
    }

    /** Returns the object whose methods are followed, as its constructor leaves it. */
    public Construction construction() {
        return construction;
    }

    /** Returns what to call its locks and fields. */
    public Names names() {
        return names;
    }

    /**
     * Follows a method along every path.
     *
     * @param method its name
     * @return what was seen; one for each method of that name
     */
    public List<Exploration> explore(String method) {
        return explored.computeIfAbsent(method, name -> {
            List<Exploration> all = new ArrayList<>();
            for (MethodCode code : submission.named(type, name)) {
                all.add(construction.explore(code));
            }
            return all;
        });
    }

    /**
     * Collects all code that methods may run.
     *
     * @param methods their names
     * @return the code
     */
    public Reach reach(String... methods) {
        List<MethodCode> from = new ArrayList<>();
        for (String method : methods) {
            from.addAll(submission.named(type, method));
        }
        return Reach.of(submission, from);
    }

    /**
     * Returns the shared fields that a method's result is computed from.
     *
     * @param method its name
     * @return the fields
     */
    public Set<Location> answeredFrom(String method) {
        Set<Location> fields = new LinkedHashSet<>();
        for (Exploration exploration : explore(method)) {
            for (var path : exploration.paths()) {
                Optional.ofNullable(path.result())
                        .ifPresent(result -> path.events().forEach(event -> {
                            if (event instanceof Event.Read read
                                    && read.location().isCertain()
                                    && Operands.mentions(result, read.result(), path.heap())) {
                                fields.add(read.location());
                            }
                        }));
            }
        }
        return fields;
    }

    /** Returns the fields in which an object is kept for good. */
    List<Location> homes(Operand object) {
        return construction.heap().entrySet().stream()
                .filter(entry -> entry.getValue().equals(object))
                .map(Map.Entry::getKey)
                .toList();
    }
}
