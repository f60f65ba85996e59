package lab.counter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Lock lock = new ReentrantLock();
    private final Counter plain;
    private final Counter locked;

    public MutexCounter(int initial, Pause pause) {
        this.plain = new PlainCounter(initial, Objects.requireNonNull(pause, "pause"));
        this.locked = (Counter) Proxy.newProxyInstance(
                MutexCounter.class.getClassLoader(), new Class<?>[] {Counter.class}, this::underLock);
    }

    private Object underLock(Object proxy, Method method, Object[] arguments) throws Throwable {
        lock.lock();
        try {
            return method.invoke(plain, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void decrement() {
        locked.decrement();
    }

    @Override
    public int value() {
        return locked.value();
    }
}
