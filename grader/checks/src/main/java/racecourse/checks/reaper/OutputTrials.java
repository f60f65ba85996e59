package racecourse.checks.reaper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Flooding;
import racecourse.checks.engine.children.Host;
import racecourse.checks.engine.children.Nursery;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** What becomes of what a child writes. The reaper is in a JVM of its own, whose output is nobody else's. */
final class OutputTrials {
    private static final Duration UP = Duration.ofSeconds(8);
    private static final int LINES = 20;
    private static final String MARK = "written by a child";

    /** Somebody who passes on what a child has written may take a moment for it. */
    private static final long PASSED_ON_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private OutputTrials() {}

    /** Nobody reaps the child before it has ended: its output must not depend on that. */
    static void isDrained(Subject subject) throws IOException {
        try (Nursery nursery = new Nursery();
                Host host = Host.start(nursery, OutputScript.class, subject)) {
            Flooding.ends(nursery, start(nursery, host), Message.of("reaper.drains.expected"));
        }
    }

    static void staysAway(Subject subject) throws IOException {
        try (Nursery nursery = new Nursery();
                Host host = Host.start(nursery, OutputScript.class, subject)) {
            Child child = start(nursery, host);
            for (int i = 0; i < LINES; i++) {
                child.ask("print " + MARK + " " + i);
            }
            child.exit(0);
            host.ask("reap");
            long end = System.nanoTime() + PASSED_ON_NANOS;
            do {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                @Nullable String line = marked(host);
                if (line != null) {
                    throw new Violation(
                            Evidence.of(Message.of("reaper.quiet.expected"), Message.of("reaper.quiet.observed", line))
                                    .hinting(Message.of("reaper.quiet.try")));
                }
            } while (System.nanoTime() < end);
        }
    }

    private static @Nullable String marked(Host host) {
        return List.of(host.output().split("\n")).stream()
                .filter(line -> line.contains(MARK))
                .findFirst()
                .orElse(null);
    }

    private static Child start(Nursery nursery, Host host) {
        Child child = nursery.plan(Child.Kind.DOCILE);
        host.awaitUp().tell(child.command());
        host.answer();
        if (!child.awaitUp(UP)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        return child;
    }
}
