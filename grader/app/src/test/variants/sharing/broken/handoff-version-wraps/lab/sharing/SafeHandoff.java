package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private int data;
    private byte version;

    @Override
    public synchronized void publish(int data) {
        this.data = data;
        version++;
    }

    @Override
    public synchronized OptionalInt poll() {
        if (version == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(data);
    }
}
