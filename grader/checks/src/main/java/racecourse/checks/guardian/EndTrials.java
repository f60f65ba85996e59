package racecourse.checks.guardian;

import java.io.IOException;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.children.Child;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Commands end when their JVM does, however it ends. */
final class EndTrials {
    private EndTrials() {}

    /** One command, one way. */
    static Detection by(Way way) {
        return subject -> {
            if (!way.isKnownHere()) {
                return new Outcome.NotApplicable(Message.of("guardian.no-signals"));
            }
            try (Household household = Household.withControl(subject)) {
                household.start(Child.Kind.DOCILE);
                household.endsWithItsCommands(way);
            }
            return new Outcome.Clean();
        };
    }

    /** Many commands. */
    static void all(Subject subject) throws IOException {
        try (Household household = Household.withControl(subject)) {
            household.startMany();
            household.endsWithItsCommands(Way.RETURN);
        }
    }

    /** A command that ignores a polite request. */
    static void stubborn(Subject subject) throws IOException {
        try (Household household = Household.withControl(subject)) {
            household.start(Child.Kind.STUBBORN);
            household.endsWithItsCommands(Way.EXIT);
        }
    }
}
