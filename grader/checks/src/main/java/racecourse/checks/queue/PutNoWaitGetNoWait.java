package racecourse.checks.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** The same with the calls that never wait; beside each other they may refuse. */
@JCStressTest
@Outcome(id = "42", expect = ACCEPTABLE, desc = "what was written before the item was put is seen after it was got")
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "refused")
@Outcome(id = "0", expect = FORBIDDEN, desc = "the item came before what had been written into it")
@Outcome(expect = FORBIDDEN, desc = "something that nobody put")
@State
public class PutNoWaitGetNoWait {
    private static final MethodHandle NEW =
            UnderStress.constructor(PutNoWaitGetNoWait.class, UnderTest.className(), MessageQueue.class, int.class);

    private final MessageQueue<Item> queue;

    /** A message with a field that nothing but the queue makes visible. */
    static final class Item {
        int content;
    }

    @SuppressWarnings("unchecked")
    public PutNoWaitGetNoWait() {
        try {
            queue = (MessageQueue<Item>) (MessageQueue<?>) NEW.invokeExact(1);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void puts() {
        Item item = new Item();
        item.content = 42;
        try {
            queue.putNoWait(item);
        } catch (QueueFullException e) {
            // it may
        }
    }

    @Actor
    public void gets(I_Result result) {
        try {
            Item item = queue.getNoWait();
            result.r1 = item == null ? -2 : item.content;
        } catch (QueueEmptyException e) {
            result.r1 = -1;
        }
    }
}
