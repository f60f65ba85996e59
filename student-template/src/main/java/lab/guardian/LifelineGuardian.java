package lab.guardian;

import java.io.IOException;
import java.util.List;
import racecourse.contract.guardian.Guardian;

/** Lab 02. The contract is in the Javadoc of {@link Guardian}. */
public class LifelineGuardian implements Guardian {
    public LifelineGuardian() {
        // TODO keep what you need
    }

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        // TODO start the command, see to it that it does not outlive this JVM, return its process id
        throw new UnsupportedOperationException("startDaemonProcess(…) is still to be written");
    }
}
