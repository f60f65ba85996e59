package racecourse.grader.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import racecourse.runner.KitVersion;
import racecourse.runner.WorkerFlags;

/**
 * Where and how a submission was graded.
 *
 * @param kit version of the kit and its contract
 * @param jdk version of Java
 * @param system operating system and architecture
 * @param processors how many
 * @param seed of everything random
 * @param races how much was done to find races
 * @param workers flags of the JVMs that it ran in, by what they do
 * @param isolation what kept the submission from doing harm
 */
public record RunFacts(
        String kit,
        String jdk,
        String system,
        int processors,
        long seed,
        String races,
        Map<String, List<String>> workers,
        String isolation) {
    public RunFacts {
        workers = Collections.unmodifiableMap(new TreeMap<>(workers));
    }

    /** Returns the facts of this JVM. */
    public static RunFacts here(long seed, String races) {
        String version = KitVersion.text();
        return new RunFacts(
                version.isEmpty() ? "development" : version,
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                seed,
                races,
                WorkerFlags.all(),
                "none: the code had the rights of the caller");
    }
}
