package racecourse.checks.engine.starting;

import java.util.List;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** The thread that is returned has the name, is started, and runs the body, once; nobody else does. */
public final class RunsOnce {
    private RunsOnce() {}

    /**
     * Starts one thread and waits until it has run its body.
     *
     * @param starter what starts it
     * @param name its name
     * @throws Violation if it is not as it should be
     */
    public static void holds(Starter starter, String name) {
        Message expected = Message.of("engine.starting.expected", starter.call());
        try (Scene scene = new Scene()) {
            Body body = new Body();
            Started started = Started.by(scene, starter, name, body);
            if (!started.name().equals(name)) {
                throw new Violation(Evidence.of(expected, Message.of("engine.starting.name", started.name(), name))
                        .hinting(Message.of("engine.starting.try-name")));
            }
            if (started.isNew()) {
                throw notStarted(expected, body.runs());
            }
            Rest.await(scene, started.thread(), body, expected);
            ranOnce(starter, started.thread(), body);
        }
    }

    /**
     * Judges who has run a body, when the thread that should have is through.
     *
     * @param starter what started the thread
     * @param thread the thread
     * @param body the body
     * @throws Violation if another thread ran it, or it was not run exactly once
     */
    public static void ranOnce(Starter starter, Thread thread, Body body) {
        List<Body.Run> runs = body.runs();
        if (runs.size() == 1 && runs.get(0).thread() == thread) {
            return;
        }
        Message observed;
        if (runs.isEmpty()) {
            observed = Message.of("engine.starting.not-run");
        } else if (runs.size() > 1) {
            observed = Message.of("engine.starting.run-again", runs.size(), Started.names(runs));
        } else {
            observed = Message.of("engine.starting.run-elsewhere", Started.names(runs), thread.getName());
        }
        Evidence evidence = Evidence.of(Message.of("engine.starting.expected", starter.call()), observed);
        throw new Violation(
                runs.isEmpty()
                        ? evidence
                        : evidence.at(
                                Threads.innermost(runs.get(runs.size() - 1).stack(), null)));
    }

    private static Violation notStarted(Message expected, List<Body.Run> runs) {
        Evidence evidence = Evidence.of(
                        expected,
                        runs.isEmpty()
                                ? Message.of("engine.starting.new")
                                : Message.of("engine.starting.new-but-run", Started.names(runs)))
                .hinting(Message.of("engine.starting.try-start"));
        return new Violation(
                runs.isEmpty()
                        ? evidence
                        : evidence.at(Threads.innermost(runs.get(0).stack(), null)));
    }
}
