package racecourse.checks.kitchen;

/** The controls: one thing that shows itself before it is counted, and one that is counted as it is shown. */
final class PlantedTally implements Tally {
    private final boolean late;
    private int shown;
    private int open;

    PlantedTally(boolean late) {
        this.late = late;
    }

    @Override
    public void add() {
        synchronized (this) {
            shown++;
            if (!late) {
                open++;
            }
        }
        if (late) {
            synchronized (this) {
                open++;
            }
        }
    }

    @Override
    public synchronized boolean take() {
        if (shown == 0) {
            return false;
        }
        shown--;
        return true;
    }

    @Override
    public synchronized void finish() {
        if (open == 0) {
            throw new IllegalStateException();
        }
        open--;
        notifyAll();
    }

    @Override
    public synchronized void await() throws InterruptedException {
        while (open > 0) {
            wait();
        }
    }
}
