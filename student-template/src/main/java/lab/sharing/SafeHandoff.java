package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

/** Lab 10. The contract is in the Javadoc of {@link Handoff}. */
public class SafeHandoff implements Handoff {
    @Override
    public void publish(int data) {
        // TODO who sees that something was published must see the data, too
        throw new UnsupportedOperationException("publish() is still to be written");
    }

    @Override
    public OptionalInt poll() {
        // TODO return what was published last, if anything; take nothing away
        throw new UnsupportedOperationException("poll() is still to be written");
    }
}
