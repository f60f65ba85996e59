package lab.counter;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object tailGuard = new Object();
    private final Pause pause;
    private CountDownLatch tail = new CountDownLatch(0);
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        CountDownLatch mine = new CountDownLatch(1);
        CountDownLatch before;
        synchronized (tailGuard) {
            before = tail;
            tail = mine;
        }
        awaitUninterruptibly(before);
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mine.countDown();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
