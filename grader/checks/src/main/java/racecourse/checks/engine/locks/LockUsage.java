package racecourse.checks.engine.locks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Outcome;

/**
 * The rules about the locks of one class, as detectors of a lab's checks. A submission is followed once, however many
 * detectors ask. Thread-safe.
 */
public final class LockUsage {
    private final Exercise exercise;
    /** Whose classes the outcome is of; another submission's lie elsewhere. */
    private List<Path> classPath = List.of();

    private RuleOutcome followed = new RuleOutcome(List.of());

    private LockUsage(Exercise exercise) {
        this.exercise = exercise;
    }

    /**
     * Takes an exercise.
     *
     * @param exercise what the lab asks of the class
     * @return its rules
     */
    public static LockUsage of(Exercise exercise) {
        return new LockUsage(exercise);
    }

    /**
     * Returns a detector that is violated where one of the rules proves a mistake, and without power where the model
     * could not follow the code.
     *
     * @param rules ids such as {@code locks.one-section}
     * @return the detector's code
     */
    public Detection keeps(String... rules) {
        return Detection.asking(
                known(rules), subject -> findings(subject).only(rules).outcome());
    }

    /**
     * Returns a detector of rules that look at what is called, not at paths, and so have seen everything even where
     * those cannot be followed.
     *
     * @param rules ids such as {@code locks.required-mechanism}
     * @return the detector's code
     */
    public Detection calls(String... rules) {
        return Detection.asking(known(rules), subject -> {
            Outcome outcome = findings(subject).only(rules).outcome();
            return outcome instanceof Outcome.Violated ? outcome : new Outcome.Clean();
        });
    }

    /**
     * Returns a detector that only notes what would be better otherwise.
     *
     * @return the detector's code
     */
    public Detection advises() {
        return Detection.asking(RuleCatalogue.ids(RuleCatalogue.all()), subject -> {
            findings(subject).of(Level.ADVICE).forEach(finding -> Advice.note(finding.evidence()));
            return new Outcome.Clean();
        });
    }

    private synchronized RuleOutcome findings(Subject subject) {
        if (!subject.classPath().equals(classPath)) {
            followed = LockRules.of(subject.classPath(), exercise).findings();
            classPath = subject.classPath();
        }
        return followed;
    }

    /** Returns the same rules, and the one that says what cannot be followed. */
    private static List<String> known(String... rules) {
        List<String> known = new ArrayList<>(List.of(rules));
        known.add(NothingUnfollowed.ID);
        List<String> all = RuleCatalogue.ids(RuleCatalogue.all());
        for (String rule : known) {
            if (!all.contains(rule)) {
                throw new IllegalArgumentException("there is no rule " + rule + " in " + all);
            }
        }
        return known;
    }
}
