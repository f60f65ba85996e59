package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private static final int TRIES = 100;

    private volatile long sequence;
    private volatile short high;
    private volatile short low;

    @Override
    public synchronized void publish(int data) {
        long start = sequence;
        sequence = start + 1;
        high = (short) (data >> 16);
        low = (short) data;
        sequence = start + 2;
    }

    @Override
    public OptionalInt poll() {
        for (int i = 0; i < TRIES; i++) {
            long before = sequence;
            if (before == 0) {
                return OptionalInt.empty();
            }
            if (before % 2 == 0) {
                int data = join();
                if (sequence == before) {
                    return OptionalInt.of(data);
                }
            }
        }
        synchronized (this) {
            return sequence == 0 ? OptionalInt.empty() : OptionalInt.of(join());
        }
    }

    private int join() {
        return high << 16 | low & 0xFFFF;
    }
}
