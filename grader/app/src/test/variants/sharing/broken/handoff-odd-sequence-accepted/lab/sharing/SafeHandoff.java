package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile long sequence;
    private volatile short high;
    private volatile short low;

    @Override
    public void publish(int data) {
        sequence = sequence + 1;
        high = (short) (data >> 16);
        low = (short) data;
        sequence = sequence + 1;
    }

    @Override
    public OptionalInt poll() {
        while (true) {
            long before = sequence;
            int data = high << 16 | low & 0xFFFF;
            if (sequence == before) {
                return before < 2 ? OptionalInt.empty() : OptionalInt.of(data);
            }
        }
    }
}
