package racecourse.checks.kitchen;

import java.lang.invoke.MethodHandle;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Kitchen;

/** Makes a submission's queues and kitchens. */
final class Kitchens {
    static final String QUEUE = "lab.kitchen.CountingJoinableQueue";
    static final String KITCHEN = "lab.kitchen.DaemonKitchen";

    private static final Message RETURNS = Message.of("engine.constructor.returns");

    private final Subject subject;

    Kitchens(Subject subject) {
        this.subject = subject;
    }

    /** Makes a queue, on a thread of its own. */
    JoinableQueue<Object> queue(int capacity) {
        return cast(Scene.value(RETURNS, () -> newQueue(capacity)));
    }

    /** Makes a queue, on the calling thread. */
    JoinableQueue<Object> newQueue(int capacity) throws Throwable {
        MethodHandle constructor = subject.constructor(QUEUE, JoinableQueue.class, int.class);
        return cast((JoinableQueue<?>) constructor.invokeExact(capacity));
    }

    /** Makes a kitchen, on a thread of its own. */
    Kitchen kitchen(int capacity) {
        return (Kitchen) Scene.value(RETURNS, () -> newKitchen(capacity));
    }

    /** Makes a kitchen, on the calling thread. */
    Kitchen newKitchen(int capacity) throws Throwable {
        MethodHandle constructor = subject.constructor(KITCHEN, Kitchen.class, int.class);
        return (Kitchen) constructor.invokeExact(capacity);
    }

    @SuppressWarnings("unchecked") // a queue of anything, as the constructor makes it
    private static JoinableQueue<Object> cast(Object queue) {
        return (JoinableQueue<Object>) queue;
    }
}
