package racecourse.checks.guardian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Flooding;
import racecourse.checks.engine.children.Host;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** While the JVM lives: commands are started, run on, and are not heard. */
final class LifeTrials {

    /** Somebody who ends a command too early is given this long for it, at each occasion. */
    private static final Duration OCCASION = Duration.ofMillis(150);

    /** Who ends commands after some time, and not on an occasion, takes less than that, or is not found out. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private static final Duration END = Duration.ofSeconds(5);
    private static final int SHOWN = 100;

    private LifeTrials() {}

    /** The smallest: what was started is there, and it is the process whose id was returned. */
    static void starts(Subject subject) throws IOException {
        try (Household household = new Household(subject)) {
            household.start(Child.Kind.DOCILE);
        }
    }

    /** Neither the end of the thread that has started it, nor that of the main program, nor the collector ends it. */
    static void runsOn(Subject subject) throws IOException {
        try (Household household = new Household(subject)) {
            Child command = household.start("start-elsewhere", Child.Kind.DOCILE);
            Host host = household.host();
            lives(command, OCCASION, host, "guardian.not-before.thread");
            host.ask("forget");
            lives(command, OCCASION, host, "guardian.not-before.forgotten");
            host.ask("stay");
            lives(command, A_WHILE, host, "guardian.not-before.main");
        }
    }

    /** That the host still answers shows that its end has not begun. */
    private static void lives(Child command, Duration time, Host host, String occasion) {
        if (command.awaitEnd(time)) {
            host.whoStays();
            throw new Violation(Evidence.of(Message.of("guardian.not-before.expected"), Message.of(occasion))
                    .hinting(Message.of("guardian.not-before.try")));
        }
    }

    /** What cannot be started is refused, each in its way. */
    static void refuses(Subject subject) throws IOException {
        try (Household household = new Household(subject)) {
            Host host = household.host().awaitUp();
            is(host.ask("refuse null"), "NullPointerException", "guardian.refuses.null");
            is(refused(host, List.of()), "IllegalArgumentException", "guardian.refuses.empty");
            Path directory = Files.createTempDirectory("guardian");
            String missing = directory.resolve("missing").toString();
            is(refused(host, List.of(missing)), "IOException", "guardian.refuses.missing");
            is(refused(host, List.of(directory.toString(), "x")), "IOException", "guardian.refuses.directory");
            Files.delete(directory);
        }
    }

    private static String refused(Host host, List<String> command) {
        host.tell("refuse");
        host.tell(command);
        return host.answer();
    }

    private static void is(String answer, String exception, String text) {
        if (!answer.equals(exception)) {
            throw new Violation(Evidence.of(Message.of(text), Message.of("guardian.refuses.observed", answer)));
        }
    }

    /** Nothing comes out, of the guardian or of the command, which may write as much as it likes. */
    static void isQuiet(Subject subject) throws IOException {
        try (Household household = new Household(subject)) {
            Child command = household.start(Child.Kind.DOCILE);
            for (int i = 0; i < 10; i++) {
                command.ask("print written by a command " + i);
            }
            Host host = household.host();
            host.tell("System.exit 0");
            if (host.awaitEnd(END)) {
                command.awaitEnd(END);
            }
            String output = host.output().strip();
            if (!output.isEmpty()) {
                String shown = output.length() > SHOWN ? output.substring(0, SHOWN) + "…" : output;
                throw new Violation(
                        Evidence.of(Message.of("guardian.quiet.expected"), Message.of("engine.quiet.printed", shown))
                                .hinting(Message.of("guardian.quiet.try")));
            }
        }
    }

    static void isDiscarded(Subject subject) throws IOException {
        try (Household household = new Household(subject)) {
            Child command = household.start(Child.Kind.DOCILE);
            Flooding.ends(household.nursery(), command, Message.of("guardian.flood.expected"));
        }
    }
}
