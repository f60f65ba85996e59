package racecourse.checks.sharing;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.sharing.Handoff;

/** One thread publishes twice, another one polls twice. */
@JCStressTest
@Outcome(id = "131073, empty", expect = FORBIDDEN, desc = "nothing, although a publish had ended before")
@Outcome(id = "empty, empty", expect = ACCEPTABLE, desc = "polled before the first publish had ended")
@Outcome(
        id = {"empty, 65538", "65538, empty", "65538, 65538"},
        expect = ACCEPTABLE,
        desc = "saw the first data")
@Outcome(
        id = {"empty, 131073", "65538, 131073", "131073, 65538", "131073, 131073"},
        expect = ACCEPTABLE,
        desc = "saw the second data")
@Outcome(expect = FORBIDDEN, desc = "saw that something was published, but not the data")
@State
public class PublishAndPoll {
    private static final MethodHandle NEW =
            UnderStress.constructor(PublishAndPoll.class, Sharing.HANDOFF, Handoff.class);

    /** 1 and 2 in the halves of the first, 2 and 1 in those of the second. */
    private static final int FIRST = 65_538;

    private static final int SECOND = 131_073;

    private final Handoff handoff;

    public PublishAndPoll() {
        try {
            handoff = (Handoff) NEW.invokeExact();
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void publishes() {
        handoff.publish(FIRST);
        handoff.publish(SECOND);
    }

    @Actor
    public void polls(LL_Result result) {
        result.r1 = told(handoff.poll());
        result.r2 = told(handoff.poll());
    }

    private static Object told(OptionalInt polled) {
        return polled.isPresent() ? (Object) polled.getAsInt() : "empty";
    }
}
