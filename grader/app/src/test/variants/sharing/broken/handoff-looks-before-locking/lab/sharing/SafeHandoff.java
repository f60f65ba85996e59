package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final Lock lock = new ReentrantLock();
    private boolean published;
    private int data;

    @Override
    public void publish(int value) {
        lock.lock();
        try {
            data = value;
            published = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        if (!published) {
            return OptionalInt.empty();
        }
        lock.lock();
        try {
            return OptionalInt.of(data);
        } finally {
            lock.unlock();
        }
    }
}
