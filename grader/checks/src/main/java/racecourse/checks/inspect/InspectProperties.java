package racecourse.checks.inspect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.properties.PropertyRun;

/** What holds for an inspector whatever the limits and the threads. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class InspectProperties {
    /** Enough for every try of an inspector that waits as long as it should. */
    private static final long BUDGET_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final long begin = System.nanoTime();

    /** A limit of a few milliseconds or less has passed when the answer is false. */
    @Property(tries = 30)
    void waitsForAnyLimit(@ForAll @LongRange(min = 1, max = 3_000_000) long nanos) {
        if (System.nanoTime() - begin < BUDGET_NANOS) {
            Limits.isKept(Asking.of(PropertyRun.subject()).inspector()::joinFor, Duration.ofNanos(nanos));
        }
    }

    /** What threads may do; nothing, if they have ended. */
    @Provide
    Arbitrary<List<Optional<Living.Doing>>> doings() {
        return Arbitraries.of(Living.Doing.class).optional().list().ofMaxSize(12);
    }

    /** Any threads that do anything, or have ended, in any number. */
    @Property(tries = 30)
    void countsAnyThreads(@ForAll("doings") List<Optional<Living.Doing>> doings) {
        Map<Living.Doing, Living> living = new EnumMap<>(Living.Doing.class);
        try {
            List<Thread> threads = new ArrayList<>();
            int alive = 0;
            for (Optional<Living.Doing> doing : doings) {
                if (doing.isEmpty()) {
                    threads.add(Living.ended());
                } else {
                    threads.add(
                            living.computeIfAbsent(doing.get(), Living::start).thread());
                    alive++;
                }
            }
            Asking.of(PropertyRun.subject()).counts(Collections.unmodifiableList(threads), alive);
        } finally {
            living.values().forEach(Living::close);
        }
    }
}
