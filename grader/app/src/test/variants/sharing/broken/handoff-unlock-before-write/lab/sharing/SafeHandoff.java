package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private final Lock lock = new ReentrantLock();
    private int data;
    private boolean published;

    @Override
    public void publish(int next) {
        lock.lock();
        try {
            published = true;
        } finally {
            lock.unlock();
        }
        data = next;
    }

    @Override
    public OptionalInt poll() {
        lock.lock();
        try {
            return published ? OptionalInt.of(data) : OptionalInt.empty();
        } finally {
            lock.unlock();
        }
    }
}
