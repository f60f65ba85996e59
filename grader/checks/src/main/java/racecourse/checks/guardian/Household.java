package racecourse.checks.guardian;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Host;
import racecourse.checks.engine.children.Nursery;
import racecourse.checks.engine.children.Patience;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * One trial: a JVM with a guardian of the submission, commands that it has started, and beside it a JVM of the kit that
 * guards nothing, with a command of its own. Nothing of it is left when closed.
 */
final class Household implements AutoCloseable {
    private static final Duration UP = Duration.ofSeconds(8);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** What the contract gives a command after its JVM. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Who still runs after that much more has not been a little late. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** A machine on which a JVM comes and goes in this time leaves nobody waiting for two seconds. */
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);

    /** A JVM that has nothing more to do ends much sooner, also when its hooks wait a while for commands to end. */
    private static final Duration END_OF_HOST = Duration.ofSeconds(9);

    private final Nursery nursery = new Nursery();
    private final Host host;
    private final Child unguarding;
    private final List<Command> commands = new ArrayList<>();

    Household(Subject subject) throws IOException {
        host = Host.start(nursery, GuardianScript.class, subject);
        unguarding = nursery.plan(Child.Kind.DOCILE);
    }

    /** Starts both JVMs. */
    static Household withControl(Subject subject) throws IOException {
        Household household = new Household(subject);
        start(household.unguarding);
        return household;
    }

    /** Starts a process of the kit. */
    private static void start(Child child) throws IOException {
        new ProcessBuilder(child.command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Host host() {
        return host;
    }

    Nursery nursery() {
        return nursery;
    }

    /** Lets the guardian start a command, and waits until it is up. */
    Child start(Child.Kind kind) throws IOException {
        return start("start", kind);
    }

    /** The same, by another order. */
    Child start(String order, Child.Kind kind) throws IOException {
        Child command = nursery.plan(kind);
        host.awaitUp().tell(order);
        host.tell(command.command());
        String answer = host.answer();
        awaitUp(command);
        if (!answer.equals(Long.toString(command.pid()))) {
            throw new Violation(Evidence.of(
                    Message.of("guardian.starts.expected"),
                    Message.of("guardian.starts.other-pid", answer, command.pid())));
        }
        return command;
    }

    /** Lets the guardian start many commands; where there are none that are cheap enough, some. */
    void startMany() throws IOException {
        if (Sleeper.isKnownHere()) {
            Crowd crowd = new Crowd(host);
            commands.add(crowd);
            crowd.start();
        } else {
            start(Child.Kind.DOCILE);
            start(Child.Kind.DOCILE);
            start("start-by-another", Child.Kind.DOCILE);
        }
    }

    private void awaitUp(Child command) throws IOException {
        if (!command.awaitUp(UP)) {
            // the kit's own does come up, or nothing is proven
            controlNanos();
            throw new Violation(
                    Evidence.of(Message.of("guardian.starts.expected"), Message.of("guardian.starts.nothing")));
        }
        commands.add(Command.of(command));
    }

    /** Ends the JVM in some way, and looks whether all its commands end in time. */
    void endsWithItsCommands(Way way) throws IOException {
        if (!unguarding.awaitUp(UP)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        Child control = unguarding.spawn(Child.Kind.DOCILE);
        way.end(host, unguarding);
        awaitEndOfHost(way);
        for (Command command : commands) {
            awaitEnd(command, way);
        }
        if (!unguarding.awaitEnd(ANSWER) || !control.answers(ANSWER)) {
            throw new Powerless(Message.of("guardian.control", way));
        }
    }

    private void awaitEndOfHost(Way way) throws IOException {
        if (Patience.wait(LIMIT, host::awaitEnd)) {
            return;
        }
        String before = way.isFromOutside() ? "" : host.whoStays();
        if (Patience.wait(END_OF_HOST, host::awaitEnd)) {
            return;
        }
        if (!unguarding.awaitEnd(Duration.ofMillis(1)) || controlNanos() > QUICK_NANOS) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        Message observed = before.isEmpty()
                ? Message.of("guardian.host.stays", END_OF_HOST.toSeconds())
                : Message.of("guardian.host.kept", END_OF_HOST.toSeconds(), before);
        throw new Violation(
                Evidence.of(Message.of("guardian.host.ends", way), observed).hinting(Message.of("guardian.host.try")));
    }

    /** Waits for the end of a command whose JVM has ended. */
    private void awaitEnd(Command command, Way way) throws IOException {
        if (command.awaitEnd(LIMIT)) {
            return;
        }
        long control = controlNanos();
        if (control > QUICK_NANOS || command.awaitEnd(GRACE) || !command.runs(ANSWER)) {
            throw new Powerless(Message.of("guardian.late", way));
        }
        throw new Violation(Evidence.of(
                        Message.of("guardian.ends.expected", LIMIT.toSeconds(), way),
                        command.stillRuns(LIMIT.plus(GRACE).toSeconds(), TimeUnit.NANOSECONDS.toMillis(control)))
                .hinting(Message.of(way == Way.SIGKILL ? "guardian.killed.try" : "guardian.ends.try")));
    }

    /** How long a JVM takes now to be started and to end. */
    private long controlNanos() throws IOException {
        long begin = System.nanoTime();
        Child quick = nursery.plan(Child.Kind.DOCILE);
        start(quick);
        if (!quick.awaitUp(UP)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        quick.exit(0);
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        host.close();
        nursery.close();
        commands.forEach(Command::close);
    }
}
