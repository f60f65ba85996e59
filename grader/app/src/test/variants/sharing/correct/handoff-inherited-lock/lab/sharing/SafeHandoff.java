package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private final Mine mine = new Mine();
    private int data;
    private boolean published;

    @Override
    public void publish(int next) {
        mine.lock();
        try {
            data = next;
            published = true;
        } finally {
            mine.unlock();
        }
    }

    @Override
    public OptionalInt poll() {
        mine.lock();
        try {
            return published ? OptionalInt.of(data) : OptionalInt.empty();
        } finally {
            mine.unlock();
        }
    }

    private static final class Mine extends ReentrantLock {
        private static final long serialVersionUID = 1L;
    }
}
