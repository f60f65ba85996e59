package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    public LifelineGuardian() {}

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException();
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "while kill -0 " + ProcessHandle.current().pid() + "; do kill -0 " + process.pid()
                                + " || exit; sleep 20; done; kill -9 " + process.pid())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return process.pid();
    }
}
