package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile int sequence;
    private volatile int data;
    private volatile boolean published;

    @Override
    public void publish(int next) {
        sequence++;
        data = next;
        published = true;
        sequence++;
    }

    @Override
    public OptionalInt poll() {
        while (true) {
            int before = sequence;
            if ((before & 1) == 0) {
                boolean there = published;
                int seen = data;
                if (before == sequence) {
                    return there ? OptionalInt.of(seen) : OptionalInt.empty();
                }
            }
            Thread.onSpinWait();
        }
    }
}
