package racecourse.checks.sharing;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.sharing.Handoff;

/** So many publishes that whatever counts them in a byte or a short begins anew. */
final class ManyPublishes {
    private static final int MOST = (1 << 16) + 2;

    /** Who needs longer than that for a publish has been asked enough. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private ManyPublishes() {}

    static Outcome poll(Subject subject) {
        Scene.value(Message.of("sharing.handoff.returns"), () -> {
            Handoff handoff = Sharing.handoff(subject);
            long begin = System.nanoTime();
            for (int time = 1; time <= MOST && System.nanoTime() - begin < LIMIT_NANOS; time++) {
                handoff.publish(-time);
                if (isNearAPower(time)) {
                    expect(handoff, time);
                }
            }
            return handoff;
        });
        return new Outcome.Clean();
    }

    /** Whether it is a power of two, or next to one. */
    private static boolean isNearAPower(int time) {
        return Integer.bitCount(time) <= 1 || Integer.bitCount(time - 1) <= 1 || Integer.bitCount(time + 1) <= 1;
    }

    private static void expect(Handoff handoff, int time) {
        OptionalInt polled = handoff.poll();
        if (!OptionalInt.of(-time).equals(polled)) {
            throw new Violation(Evidence.of(
                            Message.of("sharing.handoff.many", OptionalInt.of(-time), time),
                            Message.of("sharing.handoff.observed", String.valueOf(polled)))
                    .hinting(Message.of("sharing.handoff.many.try")));
        }
    }
}
