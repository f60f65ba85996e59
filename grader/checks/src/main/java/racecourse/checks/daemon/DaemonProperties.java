package racecourse.checks.daemon;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.engine.starting.RunsOnce;

/** What holds for a launcher whatever the name. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class DaemonProperties {
    /** Names of all sorts; some that tempt to think that they mean something. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("worker", "", "daemon", "main", "Thread-0", "李雷"),
                Arbitraries.strings().ofMaxLength(20));
    }

    /** Either way the thread of that name runs the body once. */
    @Property(tries = 15)
    void starts(@ForAll("names") String name) {
        Launching launching = Launching.of(PropertyRun.subject());
        launching.both().forEach(way -> RunsOnce.holds(new Launching.FromUserThread(way), name));
    }
}
