package racecourse.grader.exam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Outcome;

/**
 * Asks every rule about the reference, several times, and tells how long it took; then about every wrong variant, and tells
 * which rule has proven something, or advised, of which, the memory model's left out: {@code grader/bench rules}. Nothing here is a test.
 */
final class RuleBench {
    private static final int ROUNDS = 4;
    private static final String MEMORY = "memory.";
    private static final long SEED = 20_240_901;
    private static final Path REFERENCE = Path.of("../../reference/src/main/java/lab");

    private final Path folder = Files.createTempDirectory("rules");
    private final Map<String, Set<String>> proven = new TreeMap<>();
    private final Map<String, Set<String>> advised = new TreeMap<>();
    private int folders;

    private RuleBench() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        RuleBench bench = new RuleBench();
        bench.time();
        bench.sensitivity();
        System.exit(0);
    }

    private void time() throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            long all = 0;
            StringBuilder each = new StringBuilder();
            for (Lab lab : Labs.all()) {
                // a place of its own each time: what was followed once is not followed again
                Path sources = Files.createDirectories(folder.resolve("reference" + round + lab.name()));
                Variant.copy(
                        REFERENCE.resolve(lab.name()), sources.resolve("lab").resolve(lab.name()));
                List<Path> classes = compile(sources);
                long begin = System.nanoTime();
                ask(lab, classes, "reference", true);
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                all += took;
                each.append(", ").append(lab.name()).append(' ').append(took);
            }
            System.out.printf(Locale.ROOT, "round %d: %d ms%s%n", round, all, each);
        }
    }

    private void sensitivity() throws IOException {
        proven.clear();
        advised.clear();
        int variants = 0;
        for (Lab lab : Labs.all()) {
            for (Variant variant : Variant.of(lab.name())) {
                if (variant.broken()) {
                    variants++;
                    Path sources = Files.createDirectories(folder.resolve("v" + variants));
                    variant.writeTo(sources);
                    ask(lab, compile(sources), lab.name() + "/" + variant.name(), false);
                }
            }
        }
        Set<String> rules = new TreeSet<>(proven.keySet());
        rules.addAll(advised.keySet());
        Set<String> all = new TreeSet<>();
        proven.values().forEach(all::addAll);
        System.out.printf(Locale.ROOT, "%d of %d wrong variants have a mistake that is proven%n", all.size(), variants);
        for (String rule : rules) {
            print(rule, "proves", proven.getOrDefault(rule, Set.of()));
            print(rule, "advises", advised.getOrDefault(rule, Set.of()));
        }
    }

    private static void print(String rule, String how, Set<String> variants) {
        if (!variants.isEmpty()) {
            System.out.println(rule + " " + how + " " + variants.size() + ": " + String.join(" ", variants));
        }
    }

    /** The memory model's rules run the code, which a wrong variant may turn into a wait for ever. */
    private void ask(Lab lab, List<Path> classes, String name, boolean mayRun) {
        Subject subject = Subject.inProcess(classes, SEED);
        for (Detector detector : lab.checks().stream()
                .flatMap(check -> check.detectors().stream())
                .filter(one -> one.engine() == Engine.RULE)
                .filter(one -> mayRun || one.detection().rules().stream().noneMatch(rule -> rule.startsWith(MEMORY)))
                .toList()) {
            for (Evidence evidence : violations(detector, subject)) {
                proven.computeIfAbsent(String.valueOf(evidence.rule()), rule -> new TreeSet<>())
                        .add(name);
            }
            for (Evidence evidence : Advice.taken()) {
                advised.computeIfAbsent(String.valueOf(evidence.rule()), rule -> new TreeSet<>())
                        .add(name);
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a detector throws is told, and the next one goes on
    private static List<Evidence> violations(Detector detector, Subject subject) {
        try {
            return detector.detection().detect(subject) instanceof Outcome.Violated violated
                    ? violated.evidence()
                    : List.of();
        } catch (Violation e) {
            return List.of(e.evidence());
        } catch (Throwable e) {
            System.out.println(detector.id() + ": " + e);
            return List.of();
        }
    }

    private List<Path> compile(Path sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes" + folders++));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-g",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, null, messages, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
        }
        return List.of(classes);
    }
}
