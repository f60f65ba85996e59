package lab.counter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Lock lock = new ReentrantLock();
    private final Counter plain;

    public MutexCounter(int initial, Pause pause) {
        this.plain = new PlainCounter(initial, pause);
    }

    @Override
    public void decrement() {
        locked(() -> {
            plain.decrement();
            return null;
        });
    }

    @Override
    public int value() {
        return locked(plain::value);
    }

    private <T> T locked(Supplier<T> call) {
        lock.lock();
        try {
            return call.get();
        } finally {
            lock.unlock();
        }
    }
}
