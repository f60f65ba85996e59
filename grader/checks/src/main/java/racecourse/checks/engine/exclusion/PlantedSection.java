package racecourse.checks.engine.exclusion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;

/** The controls: a guarded section that must be spared and a racy one that must be caught. */
final class PlantedSection implements Section {
    private final Lock lock = new ReentrantLock();
    private final boolean guarded;
    private final Pause pause;
    private volatile int number;

    private PlantedSection(int start, Pause pause, boolean guarded) {
        this.number = start;
        this.pause = pause;
        this.guarded = guarded;
    }

    static Maker guarded() {
        return new Planted(true);
    }

    static Maker racy() {
        return new Planted(false);
    }

    private record Planted(boolean guarded) implements Maker {
        @Override
        public Section make(int start, Pause pause) {
            return new PlantedSection(start, pause, guarded);
        }

        @Override
        public String take() {
            return "take()";
        }

        @Override
        public String left() {
            return "left()";
        }
    }

    @Override
    public void take() {
        if (!guarded) {
            takeOne();
            return;
        }
        lock.lock();
        try {
            takeOne();
        } finally {
            lock.unlock();
        }
    }

    private void takeOne() {
        int before = number;
        pause.pause();
        number = before - 1;
    }

    @Override
    public int left() {
        return number;
    }
}
