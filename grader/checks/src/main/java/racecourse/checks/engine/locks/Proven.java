package racecourse.checks.engine.locks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** A rule about locks as a condition on classes: violated where it has proven a violation. */
final class Proven extends ArchCondition<JavaClass> {
    private final List<Finding> findings;

    Proven(Rule rule, List<Finding> findings) {
        super("keep " + rule.id());
        this.findings = findings;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Finding finding : findings) {
            if (finding.level() == Level.VIOLATION && finding.type().equals(type.getName())) {
                events.add(SimpleConditionEvent.violated(
                        finding, finding.message().key() + " (" + finding.file() + ":" + finding.line() + ")"));
            }
        }
    }
}
