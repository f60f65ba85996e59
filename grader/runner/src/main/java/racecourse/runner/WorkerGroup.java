package racecourse.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racecourse.checks.protocol.Engine;

/** Engines whose detectors share a JVM, and the flags of that JVM. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of are
enum WorkerGroup {
    /** What waits more than it works: two of them may run at once. */
    BEHAVIOUR(
            2,
            Set.of(Engine.PROPERTY, Engine.RENDEZVOUS, Engine.PROCESSES),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"),
    /** Reads bytecode, and replays some calls: pure work, whose libraries take long to load, so all labs share one. */
    RULES(1, Set.of(Engine.RULE), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
    /** Instruments every class that it meets, so the JVM is its own. */
    EXPLORER(
            1,
            Set.of(Engine.EXPLORER),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlincheck.logLevel=OFF",
            "-Dracecourse.explorer=true"),
    /** Wants the JIT that students' programs have. */
    STRESS(1, Set.of(Engine.STRESS), "-XX:+UseSerialGC"),
    /** Waits for the official harness, which starts JVMs with flags of its own. */
    HARNESS(1, Set.of(Engine.HARNESS), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** From this version on an agent that a program loads into itself is announced on standard error. */
    private static final int DYNAMIC_AGENTS_WARN = 21;

    private final int most;
    private final Set<Engine> engines;
    private final List<String> flags;

    WorkerGroup(int most, Set<Engine> engines, String... flags) {
        this.most = most;
        this.engines = engines;
        this.flags = List.of(flags);
    }

    static WorkerGroup of(Engine engine) {
        for (WorkerGroup group : values()) {
            if (group.engines.contains(engine)) {
                return group;
            }
        }
        throw new IllegalArgumentException("no worker runs " + engine);
    }

    /** How many workers of this group may be busy at once. */
    int most() {
        return most;
    }

    /** The JVM's flags. */
    List<String> flags() {
        List<String> all = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en"));
        all.addAll(flags);
        if (this == EXPLORER && Runtime.version().feature() >= DYNAMIC_AGENTS_WARN) {
            all.add("-XX:+EnableDynamicAgentLoading");
        }
        return all;
    }
}
