package racecourse.grader.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import racecourse.checks.protocol.Wire;

/** The compiler's JVM: jobs in by standard input, replies out by standard output. No annotation processor runs. */
final class CompileMain {
    private static final int MOST_PROBLEMS = 20;

    private CompileMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream replies = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            CompileJob job = Wire.parse(line, arguments[0], number, CompileJob.class);
            if (job != null) {
                replies.println(Wire.line(arguments[0], number, compile(job)));
                number++;
            }
        }
    }

    private static CompileReply compile(CompileJob job) throws IOException {
        Path together = Path.of(job.output(), "all");
        if (javac(job, job.files(), together).isEmpty()) {
            return new CompileReply(job.labs().stream()
                    .map(lab -> new LabBuild(lab, together.toString(), List.of()))
                    .toList());
        }
        List<LabBuild> builds = new ArrayList<>();
        for (String lab : job.labs()) {
            Path alone = Path.of(job.output(), lab);
            List<String> own = job.files().stream()
                    .filter(file -> file.startsWith("lab/" + lab + "/"))
                    .toList();
            List<CompileProblem> problems = javac(job, own, alone);
            builds.add(new LabBuild(lab, problems.isEmpty() ? alone.toString() : "", problems));
        }
        return new CompileReply(builds);
    }

    private static List<CompileProblem> javac(CompileJob job, List<String> files, Path output) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return List.of(new CompileProblem("", 0, "this Java has no compiler: set JAVA_HOME to a JDK, not a JRE"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "--release",
                    "17",
                    "-g",
                    "-parameters",
                    "-nowarn",
                    "-encoding",
                    "UTF-8",
                    "-implicit:class",
                    "-cp",
                    job.classPath(),
                    "-sourcepath",
                    job.sources(),
                    "-d",
                    output.toString());
            List<Path> paths =
                    files.stream().map(file -> Path.of(job.sources(), file)).toList();
            boolean done = compiler.getTask(
                            said, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(paths))
                    .call();
            return done ? List.of() : problems(job, diagnostics, said.toString());
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            return List.of(new CompileProblem("", 0, "javac gave up on these sources: " + e));
        }
    }

    private static List<CompileProblem> problems(
            CompileJob job, DiagnosticCollector<JavaFileObject> diagnostics, String said) {
        List<CompileProblem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && problems.size() < MOST_PROBLEMS) {
                JavaFileObject source = diagnostic.getSource();
                String file = source == null
                        ? ""
                        : Path.of(job.sources())
                                .relativize(Path.of(source.toUri()))
                                .toString()
                                .replace('\\', '/');
                problems.add(new CompileProblem(
                        file, Math.max(0, diagnostic.getLineNumber()), diagnostic.getMessage(Locale.ENGLISH)));
            }
        }
        if (problems.isEmpty()) {
            problems.add(new CompileProblem("", 0, "javac gave up on these sources: " + told(said)));
        }
        return problems;
    }

    /** What it says when it has no diagnostic for it: an overflow of its own, say. */
    private static String told(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .findFirst()
                .orElse("it does not say why");
    }
}
