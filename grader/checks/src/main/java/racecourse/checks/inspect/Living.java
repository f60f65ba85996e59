package racecourse.checks.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A thread of the kit that lives until it is let go, doing one thing or another. */
final class Living implements AutoCloseable {
    /** It ends after this time whatever happens, so that no mistake of a check lasts for ever. */
    private static final long FAILSAFE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final long LET_GO_MILLIS = 2000;

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicInteger interrupts = new AtomicInteger();
    private final Object monitor = new Object();
    private final List<Thread> beside = new ArrayList<>();
    private final Doing doing;
    private final Thread thread;

    private Living(Doing doing) {
        this.doing = doing;
        this.thread = daemon(this::live, "living, " + doing.text);
    }

    /** What a thread does while it lives. */
    enum Doing {
        WAITING("waiting", Thread.State.WAITING),
        WAITING_FOR_A_TIME("waiting for a time", Thread.State.TIMED_WAITING),
        BLOCKED("blocked", Thread.State.BLOCKED),
        RUNNING("running", Thread.State.RUNNABLE);

        private final String text;
        private final Thread.State state;

        Doing(String text, Thread.State state) {
            this.text = text;
            this.state = state;
        }
    }

    /** Starts a thread that waits. */
    static Living start() {
        return start(Doing.WAITING);
    }

    /** Starts a thread and waits until it does what it is to do. */
    static Living start(Doing doing) {
        Living living = new Living(doing);
        if (doing == Doing.BLOCKED) {
            living.occupyTheMonitor();
        }
        living.thread.start();
        living.awaitState();
        return living;
    }

    /** Returns a thread that has ended. */
    static Thread ended() {
        Thread ended = daemon(() -> {}, "ended");
        ended.start();
        join(ended);
        return ended;
    }

    /** Returns a thread that nobody has started. */
    static Thread unstarted() {
        return daemon(() -> {}, "not started");
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    private void occupyTheMonitor() {
        Thread holder = daemon(
                () -> {
                    synchronized (monitor) {
                        ready.countDown();
                        awaitEnd(true);
                    }
                },
                "holder");
        beside.add(holder);
        holder.start();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitState() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (thread.getState() != doing.state && System.nanoTime() < limit) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
        }
    }

    private void live() {
        switch (doing) {
            case WAITING -> awaitEnd(false);
            case WAITING_FOR_A_TIME -> awaitEnd(true);
            case BLOCKED -> {
                synchronized (monitor) {
                    // got in, so it is over
                }
            }
            case RUNNING -> run();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a courtesy to whoever else wants the processor
    private void run() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (end.getCount() > 0 && System.nanoTime() < limit) {
            Thread.yield();
        }
    }

    private void awaitEnd(boolean timed) {
        long limit = System.nanoTime() + FAILSAFE_NANOS;
        while (end.getCount() > 0 && System.nanoTime() < limit) {
            try {
                if (timed) {
                    end.await(FAILSAFE_NANOS, TimeUnit.NANOSECONDS);
                } else {
                    end.await();
                }
            } catch (InterruptedException e) {
                interrupts.incrementAndGet();
            }
        }
    }

    Thread thread() {
        return thread;
    }

    /** Returns whether somebody has interrupted it. */
    boolean wasInterrupted() {
        return interrupts.get() > 0 || thread.isInterrupted();
    }

    /** Wakes up whoever waits for the thread's end, which has not come. */
    @SuppressWarnings("NakedNotify") // a wake-up without a reason is meant
    void notifyInVain() {
        synchronized (thread) {
            thread.notifyAll();
        }
    }

    /** Lets it end and waits for that. */
    void end() {
        end.countDown();
        join(thread);
        beside.forEach(Living::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(LET_GO_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
    }
}
