package racecourse.checks.engine.locks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue: every rule, asked about one class of a submission. */
public final class LockRules {
    private static final List<Rule> ALL = List.of(
            new ReleasedOnEveryPath(),
            new OwnLock(),
            new SameLock(),
            new StoresMonitor(),
            new RequiredMechanism(),
            new MutexOnly(),
            new WaitsIdle(),
            new LooksWithoutLock(),
            new OneSection(),
            new Visible(),
            new PauseInside(),
            new PauseBetween(),
            new PausesOnce(),
            new ExceptionsPass(),
            new NeverGivesUp(),
            new LockOrder(),
            new SignalsWithLock(),
            new NothingBlockingInside(),
            new NothingUnfollowed());

    private final List<Path> classDirectories;
    private final Inquiry inquiry;

    private LockRules(List<Path> classDirectories, Inquiry inquiry) {
        this.classDirectories = List.copyOf(classDirectories);
        this.inquiry = inquiry;
    }

    /**
     * Reads a class of a submission and follows its methods. Nothing is loaded and nothing runs.
     *
     * @param classDirectories directories of compiled classes
     * @param exercise what the lab asks of the class
     * @return the rules, to be asked
     */
    public static LockRules of(List<Path> classDirectories, Exercise exercise) {
        LockModel model = LockModel.of(classDirectories, exercise.entry());
        return new LockRules(classDirectories, Inquiry.of(model, exercise));
    }

    /**
     * Returns the ids of all rules.
     *
     * @return ids such as {@code locks.released-on-every-path}
     */
    public static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    /** Returns the stems of what all rules may say, those that are asked in every lab among them. */
    static List<String> says() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        ALL.forEach(rule -> rules.put(rule.id(), rule));
        PathRules.all().forEach(rule -> rules.put(rule.id(), rule));
        return rules.values().stream().flatMap(rule -> rule.says().stream()).toList();
    }

    /** Returns the rules for ArchUnit to check, each with the clause that it keeps. */
    public List<ArchRule> archRules() {
        return ALL.stream().map(rule -> archRule(rule, ask(rule))).toList();
    }

    private List<Finding> ask(Rule rule) {
        return Inquiry.distinct(rule.findings(inquiry));
    }

    private static ArchRule archRule(Rule rule, List<Finding> findings) {
        return classes()
                .that()
                .resideInAPackage("lab..")
                .should(new Proven(rule, findings))
                .because(rule.because());
    }

    /**
     * Asks every rule.
     *
     * @return what they found, violations first
     */
    public RuleOutcome findings() {
        JavaClasses classes = new ClassFileImporter().importPaths(classDirectories);
        List<Finding> all = new ArrayList<>();
        for (Rule rule : ALL) {
            List<Finding> findings = ask(rule);
            archRule(rule, findings)
                    .evaluate(classes)
                    .handleViolations((violating, message) -> violating.forEach(object -> all.add((Finding) object)));
            findings.stream()
                    .filter(finding -> finding.level() != Level.VIOLATION)
                    .forEach(all::add);
        }
        all.sort(Comparator.comparing(Finding::level));
        return new RuleOutcome(all);
    }
}
