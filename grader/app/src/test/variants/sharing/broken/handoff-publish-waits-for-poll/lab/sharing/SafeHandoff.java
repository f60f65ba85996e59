package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final Lock lock = new ReentrantLock();
    private final Condition polled = lock.newCondition();
    private OptionalInt data = OptionalInt.empty();
    private boolean fresh;

    @Override
    public void publish(int value) {
        lock.lock();
        try {
            while (fresh) {
                polled.awaitUninterruptibly();
            }
            data = OptionalInt.of(value);
            fresh = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        lock.lock();
        try {
            fresh = false;
            polled.signal();
            return data;
        } finally {
            lock.unlock();
        }
    }
}
