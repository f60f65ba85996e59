package racecourse.checks.engine.locks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every rule of the catalogue, asked about one class of a submission. */
public final class LockRules {
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

    /** Returns the rules for ArchUnit to check, each with the clause that it keeps. */
    public List<ArchRule> archRules() {
        return RuleCatalogue.all().stream()
                .map(rule -> archRule(rule, ask(rule)))
                .toList();
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
        for (Rule rule : RuleCatalogue.all()) {
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
