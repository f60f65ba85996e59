package racecourse.checks.engine.locks;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import racecourse.checks.engine.locks.Exercise.Demand;
import racecourse.contract.Pause;

/** Small submissions, compiled as the grader does. */
public final class Compiled {
    static final Exercise COUNTER =
            Exercise.of("lab.counter.MutexCounter", "decrement", "value", Demand.ALWAYS_WORKS, Demand.MUTEX_ONLY);
    static final Exercise THREADS =
            Exercise.of("lab.tickets.ThreadTicketOffice", "buy", "search", Demand.LOOKS_WITHOUT_LOCK);
    static final Exercise PROCESSES = Exercise.of(
            "lab.tickets.ProcessTicketOffice", "buy", "search", Demand.LOOKS_WITHOUT_LOCK, Demand.ACROSS_PROCESSES);

    /** All that a submission may use; to open the jars of this whole test takes longer than to compile. */
    private static final String CONTRACT = Path.of(URI.create(Pause.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
            .toString();

    private static final int RELEASE = 17;
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** What it has opened it keeps for the next ones. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private Compiled() {}

    /** What the rules say of a counter with these members. */
    static RuleOutcome counter(Path folder, String members) {
        String source = """
                package lab.counter;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                import java.util.concurrent.locks.*;
                import java.util.function.*;
                import racecourse.contract.Pause;
                import racecourse.contract.counter.Counter;
                public class MutexCounter implements Counter {
                    private final Pause pause;
                    public MutexCounter(int initial, Pause pause) {
                        this.pause = Objects.requireNonNull(pause);
                        start(initial);
                    }
                """ + members + "\n}\n";
        return judge(folder, "lab/counter/MutexCounter.java", source, COUNTER);
    }

    /** What the rules say of an office with these members. */
    static RuleOutcome office(Path folder, String members) {
        String source = """
                package lab.tickets;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.locks.*;
                import racecourse.contract.Pause;
                import racecourse.contract.tickets.*;
                public class ThreadTicketOffice implements TicketOffice {
                    private final TicketStore store;
                    private final Pause pause;
                    public ThreadTicketOffice(TicketStore store, Pause pause) {
                        this.store = Objects.requireNonNull(store);
                        this.pause = Objects.requireNonNull(pause);
                    }
                """ + members + "\n}\n";
        return judge(folder, "lab/tickets/ThreadTicketOffice.java", source, THREADS);
    }

    private static RuleOutcome judge(Path folder, String name, String source, Exercise exercise) {
        try {
            Path file = folder.resolve("src").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            return LockRules.of(List.of(compile(folder.resolve("src"), folder.resolve("classes"))), exercise)
                    .findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources under a folder. */
    public static synchronized Path compile(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        StringWriter messages = new StringWriter();
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-g", "-cp", CONTRACT, "-d", classes.toString()));
        if (Runtime.version().feature() > RELEASE) {
            // which takes most of the time, and changes nothing where that is the release
            options.addAll(List.of("--release", Integer.toString(RELEASE)));
        }
        boolean done = COMPILER.getTask(messages, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(files))
                .call();
        if (!done) {
            throw new IllegalStateException(messages.toString());
        }
        return classes;
    }
}
