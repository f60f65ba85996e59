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

/** One thread fills in a plain field and puts the item, another gets it and reads the field. */
@JCStressTest
@Outcome(id = "42", expect = ACCEPTABLE, desc = "what was written before put is seen after get")
@Outcome(id = "0", expect = FORBIDDEN, desc = "the item came before what had been written into it")
@Outcome(expect = FORBIDDEN, desc = "something that nobody put")
@State
public class PutGet {
    private static final MethodHandle NEW =
            UnderStress.constructor(PutGet.class, UnderTest.className(), MessageQueue.class, int.class);

    private final MessageQueue<Item> queue;

    /** A message with a field that nothing but the queue makes visible. */
    static final class Item {
        int content;
    }

    @SuppressWarnings("unchecked")
    public PutGet() {
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
            queue.put(item);
        } catch (InterruptedException e) {
            throw UnderStress.rethrown(e);
        }
    }

    @Actor
    public void gets(I_Result result) {
        try {
            Item item = queue.get();
            result.r1 = item == null ? -2 : item.content;
        } catch (InterruptedException e) {
            throw UnderStress.rethrown(e);
        }
    }
}
