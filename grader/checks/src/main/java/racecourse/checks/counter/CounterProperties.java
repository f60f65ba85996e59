package racecourse.checks.counter;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.Crowd;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** What holds for a counter whatever the numbers: arbitrary starts, sequences, threads. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class CounterProperties {
    /** Below this a decrement could wrap, which is not specified. */
    private static final int LOWEST = Integer.MIN_VALUE + 10_000;

    private static final Message RETURNS = Message.of("counter.calls-return");

    /** A sequence of decrements (true) and questions (false) against a model: a number. */
    @Property(tries = 60)
    void countsDown(
            @ForAll @IntRange(min = LOWEST, max = Integer.MAX_VALUE) int start,
            @ForAll @Size(max = 12) List<Boolean> sequence) {
        sequential(start, sequence, Pause.NONE);
    }

    /** The same from around zero, where a clamp would show. */
    @Property(tries = 30)
    void countsBelowZero(
            @ForAll @IntRange(min = -3, max = 3) int start, @ForAll @Size(max = 8) List<Boolean> sequence) {
        sequential(start, sequence, Pause.NONE);
    }

    private static void sequential(int start, List<Boolean> sequence, Pause pause) {
        CounterSections sections = new CounterSections(PropertyRun.subject());
        Scene.value(RETURNS, () -> {
            Counter counter = sections.counter(start, pause);
            int model = start;
            int calls = 0;
            for (boolean decrement : sequence) {
                if (decrement) {
                    counter.decrement();
                    model--;
                    calls++;
                }
                expect(counter, model, calls, start);
            }
            expect(counter, model, calls, start);
            return counter;
        });
    }

    private static void expect(Counter counter, int due, int decrements, int start) {
        int value = counter.value();
        if (value != due) {
            throw new Violation(Evidence.of(
                    Message.of("counter.value.expected", due, decrements, start),
                    Message.of("counter.value.observed", value)));
        }
    }

    /** Any number of threads, each with any number of decrements, take exactly that many off. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void threadsAddUp(
            @ForAll @IntRange(min = -1000, max = 1000) int start,
            @ForAll @IntRange(min = 1, max = 6) int threads,
            @ForAll @IntRange(min = 1, max = 60) int times) {
        Crowd.addsUp(new CounterSections(PropertyRun.subject()), start, threads, times, 1, Pause.NONE);
    }

    /** Each decrement pauses once, on the thread that called it; value never does. */
    @Property(tries = 40)
    void pausesOnce(@ForAll @IntRange(min = -50, max = 50) int start, @ForAll @Size(max = 8) List<Boolean> sequence) {
        CounterSections sections = new CounterSections(PropertyRun.subject());
        Scene.value(RETURNS, () -> {
            List<Thread> pauses = new ArrayList<>();
            Counter counter = sections.counter(start, () -> {
                synchronized (pauses) {
                    pauses.add(Thread.currentThread());
                }
            });
            for (boolean decrement : sequence) {
                synchronized (pauses) {
                    pauses.clear();
                }
                Call call = decrement ? Call.of(counter::decrement) : counter::value;
                call.make();
                List<Thread> seen;
                synchronized (pauses) {
                    seen = List.copyOf(pauses);
                }
                int due = decrement ? 1 : 0;
                if (seen.size() != due) {
                    throw new Violation(Evidence.of(
                            Message.of("counter.pause.expected"),
                            Message.of("counter.pause.times", decrement ? "decrement()" : "value()", seen.size())));
                }
                if (decrement && seen.get(0) != Thread.currentThread()) {
                    throw new Violation(Evidence.of(
                                    Message.of("counter.pause.expected"),
                                    Message.of(
                                            "counter.pause.thread", seen.get(0).getName()))
                            .at(Threads.innermost(List.of(seen.get(0).getStackTrace()), null)));
                }
            }
            return counter;
        });
    }
}
