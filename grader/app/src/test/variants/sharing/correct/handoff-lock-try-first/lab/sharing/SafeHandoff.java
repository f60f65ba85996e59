package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean published;
    private int data;

    @Override
    public void publish(int value) {
        lock.lock();
        try {
            published = true;
            data = value;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        if (!lock.tryLock()) {
            lock.lock();
        }
        try {
            return published ? OptionalInt.of(data) : OptionalInt.empty();
        } finally {
            lock.unlock();
        }
    }
}
