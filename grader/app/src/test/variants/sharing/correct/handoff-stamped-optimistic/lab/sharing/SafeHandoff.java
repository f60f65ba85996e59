package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.StampedLock;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final StampedLock lock = new StampedLock();
    private boolean published;
    private int data;

    @Override
    public void publish(int value) {
        long stamp = lock.writeLock();
        try {
            published = true;
            data = value;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    @Override
    public OptionalInt poll() {
        long stamp = lock.tryOptimisticRead();
        boolean seenPublished = published;
        int seenData = data;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                seenPublished = published;
                seenData = data;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return seenPublished ? OptionalInt.of(seenData) : OptionalInt.empty();
    }
}
