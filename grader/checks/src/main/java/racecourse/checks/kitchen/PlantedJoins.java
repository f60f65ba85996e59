package racecourse.checks.kitchen;

import java.util.function.IntFunction;
import racecourse.contract.kitchen.JoinableQueue;

/** A count that can be joined, right or wrong, and no queue: the control of trials that only put, finish and join. */
final class PlantedJoins implements JoinableQueue<Object> {
    private final Fault fault;

    /** Its monitor guards everything here. */
    private final int[] unfinished;

    private int put;
    private int done;
    private int joiners;
    private int permits;

    private PlantedJoins(Fault fault, int[] unfinished) {
        this.fault = fault;
        this.unfinished = unfinished;
    }

    /** What is wrong with it. */
    enum Fault {
        NONE,
        /** Whoever joins waits for as many as had been put by then. */
        OWN_TARGET,
        /** All have one count. */
        SHARED_COUNT,
        /** Whoever is interrupted while it joins is counted on as one that does. */
        PERMIT_LEFT
    }

    /** Makes such counts. */
    static IntFunction<JoinableQueue<Object>> of(Fault fault) {
        int[] shared = new int[1];
        return capacity -> new PlantedJoins(fault, fault == Fault.SHARED_COUNT ? shared : new int[1]);
    }

    @Override
    public void put(Object item) {
        synchronized (unfinished) {
            unfinished[0]++;
            put++;
        }
    }

    @Override
    public void taskDone() {
        synchronized (unfinished) {
            if (unfinished[0] == 0) {
                throw new IllegalStateException("made up by the check");
            }
            unfinished[0]--;
            done++;
            if (unfinished[0] == 0) {
                permits += joiners;
                joiners = 0;
            }
            unfinished.notifyAll();
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (unfinished) {
            int target = put;
            if (unfinished[0] == 0) {
                return;
            }
            joiners++;
            while (mustWait(target)) {
                unfinished.wait();
            }
            permits--;
        }
    }

    private boolean mustWait(int target) {
        return switch (fault) {
            case NONE, SHARED_COUNT -> unfinished[0] > 0;
            case OWN_TARGET -> done < target;
            case PERMIT_LEFT -> permits == 0;
        };
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putNoWait(Object item) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getNoWait() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isFull() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int capacity() {
        throw new UnsupportedOperationException();
    }
}
