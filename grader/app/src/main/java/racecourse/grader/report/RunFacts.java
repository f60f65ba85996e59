package racecourse.grader.report;

import racecourse.runner.KitVersion;

/**
 * Where and how a submission was graded.
 *
 * @param kit version of the kit and its contract
 * @param jdk version of Java
 * @param system operating system and architecture
 * @param processors how many
 * @param seed of everything random
 * @param races how much was done to find races
 * @param isolation what kept the submission from doing harm
 */
public record RunFacts(
        String kit, String jdk, String system, int processors, long seed, String races, String isolation) {
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
                "none: the code had the rights of the caller");
    }
}
