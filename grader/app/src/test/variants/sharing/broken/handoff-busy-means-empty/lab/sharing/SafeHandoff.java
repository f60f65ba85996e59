package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final ReentrantLock lock = new ReentrantLock();
    private OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int data) {
        lock.lock();
        try {
            last = OptionalInt.of(data);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        if (!lock.tryLock()) {
            return OptionalInt.empty();
        }
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }
}
