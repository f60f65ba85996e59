package lab.counter;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final CountDownLatch latch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.latch = new CountDownLatch(initial);
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            latch.getCount();
            pause.pause();
            latch.countDown();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int value() {
        return (int) latch.getCount();
    }
}
