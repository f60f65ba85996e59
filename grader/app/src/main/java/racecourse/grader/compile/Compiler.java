package racecourse.grader.compile;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Wire;
import racecourse.grader.intake.Submission;
import racecourse.runner.ClassArchive;
import racecourse.runner.KitClassPath;

/** Compiles submissions, one after the other, in one JVM that is replaced when it gets stuck. Not thread-safe. */
public final class Compiler implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;
    private static final String ENDED = "";

    private final String key = UUID.randomUUID().toString();
    private @Nullable Process process;
    private BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private long number;

    /** Makes a compiler; its JVM is started at once, while others work. */
    public Compiler() throws IOException {
        start();
    }

    /**
     * Compiles the labs of a submission.
     *
     * @param submission the sources
     * @param labs the labs that are wanted; those that have no sources are left out
     * @param output an empty directory
     * @return what became of each
     * @throws IOException if no compiler can be started
     * @throws InterruptedException if the caller is interrupted
     */
    public List<LabBuild> compile(Submission submission, List<String> labs, Path output)
            throws IOException, InterruptedException {
        List<String> wanted = labs.stream().filter(submission.labs()::contains).toList();
        Process running = process;
        if (running == null || !running.isAlive()) {
            start();
            running = process;
        }
        CompileJob job = new CompileJob(
                submission.sources().toAbsolutePath().toString(),
                output.toAbsolutePath().toString(),
                contract(),
                submission.files(),
                wanted);
        send(job);
        String line = replies.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        CompileReply reply = line == null ? null : Wire.parse(line, key, number++, CompileReply.class);
        if (reply != null) {
            return reply.labs();
        }
        close();
        String why = line == null ? "javac was not done after " + LIMIT_SECONDS + " s" : "javac's JVM ended";
        return wanted.stream()
                .map(lab -> new LabBuild(lab, "", List.of(new CompileProblem("", 0, why))))
                .toList();
    }

    private void send(CompileJob job) throws IOException {
        Process running = process;
        if (running != null) {
            OutputStream jobs = running.getOutputStream();
            jobs.write((Wire.line(key, number, job) + "\n").getBytes(StandardCharsets.UTF_8));
            jobs.flush();
        }
    }

    private void start() throws IOException {
        number = 0;
        BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
        replies = fresh;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto"));
        command.addAll(ClassArchive.flags());
        command.addAll(List.of("-cp", KitClassPath.forWorkers(), CompileMain.class.getName(), key));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        Thread reader = new Thread(() -> read(started, fresh), "replies of javac");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(Process process, BlockingQueue<String> replies) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                replies.add(line);
            }
        } catch (IOException e) {
            // it was ended
        }
        replies.add(ENDED);
    }

    /** The only thing that submissions are compiled against. */
    private static String contract() {
        return Arrays.stream(KitClassPath.forWorkers().split(File.pathSeparator))
                .filter(entry -> entry.contains("racecourse-contract")
                        || entry.replace('\\', '/').contains("/contract/target/classes"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the contract is not on the class path"));
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
        process = null;
    }
}
