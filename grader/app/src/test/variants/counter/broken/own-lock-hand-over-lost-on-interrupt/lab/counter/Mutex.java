package lab.counter;

import java.util.ArrayDeque;
import java.util.Queue;

final class Mutex {
    private final Queue<Object> queue = new ArrayDeque<>();
    private Object owner;

    synchronized void lock() {
        boolean interrupted = false;
        while (true) {
            try {
                lockInterruptibly();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lockInterruptibly() throws InterruptedException {
        Object ticket = new Object();
        if (owner == null) {
            owner = ticket;
            return;
        }
        queue.add(ticket);
        while (owner != ticket) {
            wait();
        }
    }

    synchronized void unlock() {
        owner = queue.poll();
        notifyAll();
    }
}
