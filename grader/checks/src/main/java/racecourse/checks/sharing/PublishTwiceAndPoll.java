package racecourse.checks.sharing;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.sharing.Handoff;

/** Something has been published; one thread publishes something else, another one polls. */
@JCStressTest
@Outcome(id = "65538", expect = ACCEPTABLE, desc = "polled before the second publish")
@Outcome(id = "131073", expect = ACCEPTABLE, desc = "saw the second data")
@Outcome(id = "empty", expect = FORBIDDEN, desc = "nothing, although something was published before")
@Outcome(expect = FORBIDDEN, desc = "data that nobody published")
@State
public class PublishTwiceAndPoll {
    private static final MethodHandle NEW =
            UnderStress.constructor(PublishTwiceAndPoll.class, Sharing.HANDOFF, Handoff.class);

    /** 1 and 2 in the halves of the first, 2 and 1 in those of the second. */
    private static final int FIRST = 65_538;

    private static final int SECOND = 131_073;

    private final Handoff handoff;

    public PublishTwiceAndPoll() {
        try {
            handoff = (Handoff) NEW.invokeExact();
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
        handoff.publish(FIRST);
    }

    @Actor
    public void publishes() {
        handoff.publish(SECOND);
    }

    @Actor
    public void polls(L_Result result) {
        OptionalInt polled = handoff.poll();
        result.r1 = polled.isPresent() ? (Object) polled.getAsInt() : "empty";
    }
}
