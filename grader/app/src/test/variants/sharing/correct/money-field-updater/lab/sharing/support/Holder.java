package lab.sharing.support;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Holds one number that can be replaced. */
public abstract class Holder {
    private static final AtomicReferenceFieldUpdater<Holder, Integer> NUMBER =
            AtomicReferenceFieldUpdater.newUpdater(Holder.class, Integer.class, "number");

    private volatile Integer number;

    protected Holder(Integer number) {
        this.number = number;
    }

    protected final void replace(Integer replacement) {
        Integer before;
        do {
            before = number;
        } while (!NUMBER.compareAndSet(this, before, replacement));
    }

    protected final int current() {
        return number;
    }
}
