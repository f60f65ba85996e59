package racecourse.checks.engine.starting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * What a call that starts a thread has returned, as it was at that moment.
 *
 * @param thread the thread
 * @param name its name then
 * @param isNew whether it had not been started then
 */
public record Started(Thread thread, String name, boolean isNew) {
    /**
     * Lets an actor start a thread; it need not have ended its call yet.
     *
     * @param scene where the actor plays
     * @param actor the actor's name
     * @param starter what it calls
     * @param name the name of the thread to be started
     * @param body what that is to run
     * @return the actor
     */
    public static Actor begin(Scene scene, String actor, Starter starter, String name, Runnable body) {
        return scene.start(actor, () -> {
            @Nullable Thread thread = starter.start(name, body);
            // told at once: a moment later it may be another name
            return thread == null ? null : new Started(thread, thread.getName(), thread.getState() == Thread.State.NEW);
        });
    }

    /**
     * Returns what an actor's call has returned.
     *
     * @param actor the actor, whose call has ended
     * @param starter what it called
     * @return the result
     * @throws Violation if it threw, or returned nothing
     */
    public static Started by(Actor actor, Starter starter) {
        Message expected = Message.of("engine.starting.returns", starter.call());
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        if (actor.result() instanceof Started started) {
            return started;
        }
        throw new Violation(Evidence.of(expected, Message.of("engine.starting.null", starter.call())));
    }

    /**
     * Lets an actor start a thread and waits for what it returns.
     *
     * @param scene where the actor plays
     * @param starter what it calls
     * @param name the name of the thread to be started
     * @param body what that is to run
     * @return the result
     * @throws Violation if the call threw, returned nothing or never ends
     */
    public static Started by(Scene scene, Starter starter, String name, Runnable body) {
        Actor actor = begin(scene, "A", starter, name, body);
        scene.awaitEnd(actor, Message.of("engine.starting.returns", starter.call()));
        return by(actor, starter);
    }

    /** Returns the names of threads, as evidence. */
    static String names(List<Body.Run> runs) {
        return String.join(
                ", ", runs.stream().map(run -> run.thread().getName()).toList());
    }
}
