package lab.base;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** State under a lock, and guarded commands on it. */
public abstract class Guarded {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    protected final <R> R when(BooleanSupplier guard, Supplier<R> command) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!guard.getAsBoolean()) {
                changed.await();
            }
            changed.signalAll();
            return command.get();
        } finally {
            lock.unlock();
        }
    }

    protected final <R> R ifNow(BooleanSupplier guard, Supplier<R> command, Supplier<RuntimeException> refusal) {
        lock.lock();
        try {
            if (!guard.getAsBoolean()) {
                throw refusal.get();
            }
            changed.signalAll();
            return command.get();
        } finally {
            lock.unlock();
        }
    }

    protected final <R> R ask(Supplier<R> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
