package lab.inspect;

import racecourse.contract.inspect.ThreadInspector;

import java.time.Duration;
import java.util.Collection;
import java.math.BigInteger;
import java.util.ArrayList;

public class LiveThreadInspector implements ThreadInspector {
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public long processId() {
        return Self.PID;
    }

    private static final class Self {
        static final long PID = ProcessHandle.current().pid();
    }

    @Override
    public synchronized boolean joinFor(Thread thread, Duration limit) throws InterruptedException {
        boolean fresh = thread.getState() == Thread.State.NEW;
        if (fresh) {
            throw new IllegalArgumentException("start it first");
        }
        BigInteger nanos = BigInteger.valueOf(limit.getSeconds())
                .multiply(BigInteger.TEN.pow(9))
                .add(BigInteger.valueOf(limit.getNano()));
        if (nanos.signum() > 0) {
            BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(6));
            if (parts[0].compareTo(LONGEST) >= 0) {
                thread.join();
            } else {
                thread.join(parts[0].longValueExact(), parts[1].intValue());
            }
        }
        return !thread.isAlive();
    }

    @Override
    public int aliveCount(Collection<Thread> threads) {
        var alive = new ArrayList<Thread>(threads);
        alive.removeIf(t -> !t.isAlive());
        return alive.size();
    }

    @Override
    public String currentName() {
        return Thread.currentThread().getName();
    }
}
