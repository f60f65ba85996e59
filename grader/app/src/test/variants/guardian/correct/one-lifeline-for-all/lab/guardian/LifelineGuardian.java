package lab.guardian;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    private static OutputStream lifeline;

    public LifelineGuardian() {}

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        String[] words = command.toArray(new String[0]);
        if (words.length == 0) {
            throw new IllegalArgumentException("no program");
        }
        File nowhere = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
        Process process = new ProcessBuilder(words)
                .redirectInput(nowhere)
                .redirectOutput(nowhere)
                .redirectError(nowhere)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        synchronized (LifelineGuardian.class) {
            if (lifeline == null) {
                lifeline = new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx16m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "lab.guardian.Undertaker")
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .getOutputStream();
            }
            lifeline.write((process.pid() + System.lineSeparator()).getBytes());
            lifeline.flush();
        }
        return process.pid();
    }
}
