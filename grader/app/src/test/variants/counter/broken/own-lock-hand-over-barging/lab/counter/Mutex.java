package lab.counter;

import java.util.ArrayDeque;
import java.util.Deque;

class Mutex {
    private static class Turn {
        boolean granted;
    }

    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean locked;

    synchronized void lock() {
        if (!locked) {
            locked = true;
            return;
        }
        Turn turn = new Turn();
        waiting.addLast(turn);
        boolean interrupted = false;
        while (!turn.granted) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void unlock() {
        locked = false;
        Turn next = waiting.pollFirst();
        if (next != null) {
            next.granted = true;
            notifyAll();
        }
    }
}
