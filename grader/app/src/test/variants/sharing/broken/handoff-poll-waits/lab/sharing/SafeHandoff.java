package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private boolean published;
    private int data;

    @Override
    public synchronized void publish(int data) {
        this.data = data;
        published = true;
        notifyAll();
    }

    @Override
    public synchronized OptionalInt poll() {
        boolean interrupted = false;
        while (!published) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return OptionalInt.of(data);
    }
}
