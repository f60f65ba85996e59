package lab.guardian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.guardian.Guardian;

/** Lets a {@link Lifeline} start each command, and end it when the lifeline is cut. */
public final class LifelineGuardian implements Guardian {
    /** Held for as long as this JVM lives, so that no collector closes a stream: that would cut the lifeline. */
    private static final Set<Process> LIFELINES = ConcurrentHashMap.newKeySet();

    /** Makes a guardian that has started nothing yet. */
    public LifelineGuardian() {}

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        Process lifeline = new ProcessBuilder(lifelineOf(command))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Nothing is ever written to its standard input: that is the lifeline, for the system to cut.
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(lifeline.getInputStream(), StandardCharsets.UTF_8));
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith(Lifeline.STARTED)) {
            throw new IOException(answer == null ? "the lifeline could not be started" : answer);
        }
        LIFELINES.add(lifeline);
        return Long.parseLong(answer.substring(Lifeline.STARTED.length()));
    }

    private static List<String> lifelineOf(List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                Lifeline.class.getName()));
        words.addAll(command);
        return words;
    }
}
