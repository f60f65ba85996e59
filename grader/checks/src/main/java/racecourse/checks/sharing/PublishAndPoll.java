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

/** One thread publishes for the first time, another one polls twice. */
@JCStressTest
@Outcome(id = "empty, empty", expect = ACCEPTABLE, desc = "polled before the publish")
@Outcome(
        id = {"empty, 65537", "65537, 65537"},
        expect = ACCEPTABLE,
        desc = "saw the data")
@Outcome(
        id = "65537, empty",
        expect = ACCEPTABLE,
        desc = "saw the data of a publish in progress, and then what was before it")
@Outcome(expect = FORBIDDEN, desc = "saw that something was published, but not the data")
@State
public class PublishAndPoll {
    private static final MethodHandle NEW =
            UnderStress.constructor(PublishAndPoll.class, Sharing.HANDOFF, Handoff.class);

    /** Both halves differ from those of nothing. */
    private static final int DATA = 65_537;

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
        handoff.publish(DATA);
    }

    @Actor
    public void polls(LL_Result result) {
        result.r1 = text(handoff.poll());
        result.r2 = text(handoff.poll());
    }

    private static Object text(OptionalInt polled) {
        return polled.isPresent() ? (Object) polled.getAsInt() : "empty";
    }
}
