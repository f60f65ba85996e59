package racecourse.checks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SpuriousWakeUpsTest {

    /** Waits in every way for what does not come; a latch does not wake for no reason. */
    @SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
    public static final class Waiting implements Callable<String> {
        @Override
        public String call() throws InterruptedException {
            synchronized (this) {
                wait();
            }
            ReentrantLock lock = new ReentrantLock();
            lock.lock();
            try {
                lock.newCondition().await();
            } finally {
                lock.unlock();
            }
            LockSupport.park();
            LockSupport.park(this);
            CountDownLatch open = new CountDownLatch(0);
            open.await();
            boolean counted = new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
            return open.await(1, TimeUnit.SECONDS) + " " + counted;
        }
    }

    private static final class Changing extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Waiting.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = Waiting.class.getResourceAsStream("SpuriousWakeUpsTest$Waiting.class")) {
                byte[] bytes = SpuriousWakeUps.changed(in.readAllBytes());
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void waitsEndForNoReasonAndLatchesDoNot() throws Exception {
        long before = SpuriousWakeUps.count();
        Callable<?> waiting = Class.forName(Waiting.class.getName(), true, new Changing())
                .asSubclass(Callable.class)
                .getConstructor()
                .newInstance();
        assertEquals("true false", waiting.call());
        assertTrue(SpuriousWakeUps.count() >= before + 4);
    }
}
