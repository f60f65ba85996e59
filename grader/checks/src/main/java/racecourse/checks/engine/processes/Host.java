package racecourse.checks.engine.processes;

import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Wire;
import racecourse.contract.Pause;

/** The main program of a {@link Hosted} detection. */
final class Host {
    private Host() {}

    /**
     * Runs one detection and tells its outcome in a frame on standard output.
     *
     * @param arguments the key, the detection's class, the seed, the submission's class path
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        PrintStream out = System.out;
        List<Path> classPath = Arrays.stream(arguments[3].split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Subject subject =
                new Subject(classPath, Long.parseLong(arguments[2])).rewritten(StartRewriter::rewritten, Starts.class);
        var constructor = Class.forName(arguments[1]).getDeclaredConstructor();
        constructor.setAccessible(true);
        Detection detection = (Detection) constructor.newInstance();
        System.setProperty("java.class.path", visible(arguments[3]));
        Outcome outcome = outcome(detection, subject);
        // the line end in front: the submission may have written half a line
        String line = "\n" + Wire.line(arguments[0], 0, new Frame.Finished(arguments[1], outcome, 0)) + "\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
        // a submission's threads and hooks shall not keep this JVM
        Runtime.getRuntime().halt(0);
    }

    /** The contract's classes and the submission's, as a child's {@code -cp} needs them. */
    private static String visible(String submission) {
        try {
            Path contract = Path.of(Pause.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return contract + File.pathSeparator + submission;
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(Detection detection, Subject subject) {
        try {
            return detection.detect(subject);
        } catch (Throwable thrown) {
            if (thrown instanceof Violation violation) {
                return new Outcome.Violated(List.of(violation.evidence()));
            }
            if (thrown instanceof Powerless powerless) {
                return new Outcome.Powerless(powerless.reason());
            }
            if (Threads.isOfTheSubmission(thrown)) {
                return new Outcome.Violated(List.of(
                        Scene.threw(Message.of("engine.call.returns"), thrown).evidence()));
            }
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            return new Outcome.Broken(text.toString());
        }
    }
}
