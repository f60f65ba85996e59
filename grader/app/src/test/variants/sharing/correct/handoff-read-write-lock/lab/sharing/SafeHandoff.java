package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private Message message;

    @Override
    public void publish(int data) {
        lock.writeLock().lock();
        try {
            if (message == null) {
                message = new Message();
            }
            message.data = data;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        lock.readLock().lock();
        try {
            if (message == null) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(message.data);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static final class Message {
        private int data;
    }
}
