package racecourse.checks.engine.exclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;

/** Many threads at once, each with many calls: every call ends, and what they took adds up. */
public final class Crowd {
    private static final int CROWD = 4;
    private static final int CROWD_TIMES = 150;
    private static final int CROWD_START = 1000;

    private Crowd() {}

    /**
     * Lets takers and askers loose on one section.
     *
     * @param maker makes the sections
     * @param start the number at first
     * @param takers how many threads take
     * @param times how often each
     * @param askers how many threads ask meanwhile what is left, as often
     * @param pause in the middle of each take
     * @throws Violation if a call never ends, throws, or the number is wrong in the end
     */
    public static void addsUp(Section.Maker maker, int start, int takers, int times, int askers, Pause pause) {
        Section section = Trial.make(maker, start, pause);
        run(maker, section, takers, times, askers);
        int due = start - takers * times;
        int left = (Integer) Scene.value(Message.of("engine.left.returns", maker.left()), section::left);
        if (left != due) {
            throw new Violation(Evidence.of(
                            Message.of("engine.crowd.expected", maker.left(), due, takers, times, maker.take(), start),
                            Message.of("engine.count.observed", maker.left(), left))
                    .hinting(Message.of("engine.exclusion.try")));
        }
    }

    /**
     * Lets four takers loose on one section, which are many enough for a wake-up to meet a newcomer; and counts who is
     * inside.
     *
     * @param maker makes the sections
     * @throws Violation if two were inside at once
     */
    @SuppressWarnings("ThreadPriorityCheck") // the yield invites others in; nothing depends on it
    public static void isAloneInside(Section.Maker maker) {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Pause pause = () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            inside.decrementAndGet();
        };
        run(maker, Trial.make(maker, CROWD_START, pause), CROWD, CROWD_TIMES, 0);
        if (most.get() > 1) {
            throw new Violation(Evidence.of(
                            Message.of("engine.exclusion.expected", maker.take()),
                            Message.of("engine.crowd.inside", most.get(), maker.take(), CROWD, CROWD_TIMES))
                    .because(Message.of("engine.exclusion.why", maker.take()))
                    .hinting(Message.of("engine.crowd.try")));
        }
    }

    /**
     * Lets takers and askers loose on one section, and does not count.
     *
     * @param maker makes the sections
     * @param start the number at first
     * @param takers how many threads take
     * @param times how often each
     * @param askers how many threads ask meanwhile what is left, as often
     * @throws Violation if a call never ends
     */
    public static void ends(Section.Maker maker, int start, int takers, int times, int askers) {
        run(maker, Trial.make(maker, start, Pause.NONE), takers, times, askers);
    }

    private static void run(Section.Maker maker, Section section, int takers, int times, int askers) {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            CountDownLatch go = new CountDownLatch(1);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < takers; i++) {
                actors.add(scene.start("taker-" + (i + 1), repeating(go, times, Call.of(section::take))));
            }
            for (int i = 0; i < askers; i++) {
                actors.add(scene.start("asker-" + (i + 1), repeating(go, times, section::left)));
            }
            go.countDown();
            for (Actor actor : actors) {
                scene.awaitEnd(actor, Message.of("engine.crowd.ends"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("engine.take.returns", maker.take()), actor.thrown());
                }
            }
        }
    }

    private static Call repeating(CountDownLatch go, int times, Call call) {
        return Call.of(() -> {
            go.await();
            for (int i = 0; i < times; i++) {
                call.make();
            }
        });
    }
}
