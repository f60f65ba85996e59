package racecourse.checks.engine.locks;

import java.util.List;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/**
 * What rules have found.
 *
 * @param findings all of it, violations first
 */
public record RuleOutcome(List<Finding> findings) {
    public RuleOutcome {
        findings = List.copyOf(findings);
    }

    /** Returns the findings of one level. */
    public List<Finding> of(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).toList();
    }

    /**
     * Returns the findings of some rules, and what was not judged: it may be what they would have seen.
     *
     * @param rules the rules' ids
     * @return the same, without all others
     */
    public RuleOutcome only(String... rules) {
        List<String> wanted = List.of(rules);
        return new RuleOutcome(findings.stream()
                .filter(finding -> finding.level() == Level.NOT_JUDGED || wanted.contains(finding.rule()))
                .toList());
    }

    /**
     * Returns the verdict of a detector: violated with evidence, without power if something was not judged, or clean.
     * Advice is not in it.
     */
    public Outcome outcome() {
        List<Finding> violations = of(Level.VIOLATION);
        if (!violations.isEmpty()) {
            return new Outcome.Violated(
                    violations.stream().map(Finding::evidence).toList());
        }
        List<Finding> unjudged = of(Level.NOT_JUDGED);
        if (!unjudged.isEmpty()) {
            Message first = unjudged.get(0).message();
            return new Outcome.Powerless(
                    new Message(first.key() + ".observed", first.arguments()),
                    unjudged.stream().map(Finding::evidence).toList());
        }
        return new Outcome.Clean();
    }
}
