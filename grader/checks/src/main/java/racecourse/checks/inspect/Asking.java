package racecourse.checks.inspect;

import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Collection;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.inspect.ThreadInspector;

/** One inspector of the submission, and what each of its questions answers. */
final class Asking {
    static final String CLASS = "lab.inspect.LiveThreadInspector";

    private static final Duration SHORT = Duration.ofMillis(5);

    private final ThreadInspector inspector;

    private Asking(ThreadInspector inspector) {
        this.inspector = inspector;
    }

    /** Makes an inspector, on a thread of its own, for a constructor can hang too. */
    static Asking of(Subject subject) {
        MethodHandle constructor = subject.constructor(CLASS, ThreadInspector.class);
        return new Asking((ThreadInspector) Scene.value(
                Message.of("engine.constructor.returns"), () -> (ThreadInspector) constructor.invokeExact()));
    }

    ThreadInspector inspector() {
        return inspector;
    }

    /** Each question once, about a thread that lives and one that has ended. */
    static Outcome answers(Subject subject) {
        Asking asking = of(subject);
        try (Living living = Living.start()) {
            Thread ended = Living.ended();
            asking.ends(living.thread(), false);
            asking.ends(ended, true);
            asking.counts(Counts.listed(living.thread(), ended), 1);
            asking.reportsTheProcess();
            asking.tellsTheName("somebody");
        }
        return new Outcome.Clean();
    }

    private void ends(Thread thread, boolean due) {
        Message expected = Message.of(due ? "inspect.ended.expected" : "inspect.alive.expected");
        Object answer = Scene.value(expected, () -> inspector.joinFor(thread, SHORT));
        if (!answer.equals(due)) {
            throw new Violation(Evidence.of(expected, Message.of("inspect.join.returned", answer)));
        }
    }

    /** Judges how many of some threads are said to be alive. */
    void counts(Collection<Thread> threads, int due) {
        Message expected = Message.of("inspect.count.expected", due, told(threads));
        Object answer = Scene.value(expected, () -> inspector.aliveCount(threads));
        if (!answer.equals(due)) {
            throw new Violation(Evidence.of(expected, Message.of("inspect.count.observed", answer))
                    .hinting(Message.of("inspect.count.try")));
        }
    }

    private static String told(Collection<Thread> threads) {
        return threads.stream().map(Thread::getName).toList().toString();
    }

    /** Judges the process id that a thread of the kit is told. */
    void reportsTheProcess() {
        long due = ProcessHandle.current().pid();
        Message expected = Message.of("inspect.process.expected", due);
        Object answer = Scene.value(expected, inspector::processId);
        if (!answer.equals(due)) {
            throw new Violation(Evidence.of(expected, Message.of("inspect.process.observed", answer)));
        }
    }

    /** Judges the name that a thread is told, twice, the second time under another name. */
    void tellsTheName(String... names) {
        Message expected = Message.of("inspect.name.expected");
        Actor actor = Scene.call("A", expected, () -> {
            for (String name : names) {
                Thread.currentThread().setName(name);
                String answer = inspector.currentName();
                if (!name.equals(answer)) {
                    return Message.of("inspect.name.observed", answer, name);
                }
            }
            return "as it should be";
        });
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        if (actor.result() instanceof Message observed) {
            throw new Violation(Evidence.of(expected, observed).hinting(Message.of("inspect.name.try")));
        }
    }

    /** Several threads of several names, and one that is given another name between two questions. */
    static Outcome tellsEveryName(Subject subject) {
        Asking asking = of(subject);
        asking.tellsTheName("first");
        asking.tellsTheName("second", "renamed", "", "李雷");
        of(subject).tellsTheName("third");
        asking.tellsTheName("first");
        return new Outcome.Clean();
    }

    /** Two threads of one process, asked through two inspectors, and again. */
    static Outcome threadsAreOfOneProcess(Subject subject) {
        Asking asking = of(subject);
        for (int i = 0; i < 3; i++) {
            asking.reportsTheProcess();
            of(subject).reportsTheProcess();
        }
        return new Outcome.Clean();
    }
}
