package racecourse.checks.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.sharing.Handoff;
import racecourse.contract.sharing.SharedMoney;

/** Three threads that live on write and look in turns, each only when the one before has ended; the last write counts. */
final class TakingTurns implements AutoCloseable {
    private static final int THREADS = 3;
    private static final int TURNS = 60;
    private static final int OFTEN = 3;
    private static final int LIMIT_SECONDS = 5;

    private final List<ExecutorService> threads = new ArrayList<>();
    private final Random random;
    private final int[] often;
    private final Message expected;

    private TakingTurns(long seed, Message expected) {
        this.random = new Random(seed);
        this.often = random.ints(OFTEN).toArray();
        this.expected = expected;
        for (int i = 0; i < THREADS; i++) {
            threads.add(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "takes turns");
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    static Outcome money(Subject subject) throws Throwable {
        SharedMoney money = Sharing.money(subject, 0);
        try (TakingTurns turns = new TakingTurns(subject.seed(), Message.of("sharing.money.volatile"))) {
            for (int turn = 0; turn < TURNS; turn++) {
                int amount = turns.number();
                turns.by(turns.anybody(), () -> {
                    money.set(amount);
                    return amount;
                });
                for (int i = 0; i < THREADS; i++) {
                    int seen = turns.by(i, money::get);
                    if (seen != amount) {
                        throw turns.violation(Message.of("sharing.money.missed", seen, amount), "sharing.money.try");
                    }
                }
            }
        }
        return new Outcome.Clean();
    }

    static Outcome handoff(Subject subject) throws Throwable {
        Handoff handoff = Sharing.handoff(subject);
        try (TakingTurns turns = new TakingTurns(subject.seed(), Message.of("sharing.handoff.seen"))) {
            for (int turn = 0; turn < TURNS; turn++) {
                int data = turns.number();
                turns.by(turns.anybody(), () -> {
                    handoff.publish(data);
                    return data;
                });
                for (int i = 0; i < THREADS; i++) {
                    OptionalInt seen = turns.by(i, handoff::poll);
                    if (!OptionalInt.of(data).equals(seen)) {
                        throw turns.violation(
                                Message.of("sharing.handoff.polled", String.valueOf(seen), data),
                                "sharing.handoff.try");
                    }
                }
            }
        }
        return new Outcome.Clean();
    }

    /** Returns a number: one of a few that come again and again, or one that has hardly been there before. */
    private int number() {
        return random.nextBoolean() ? random.nextInt() : often[random.nextInt(OFTEN)];
    }

    private int anybody() {
        return random.nextInt(THREADS);
    }

    private Violation violation(Message observed, String hint) {
        return new Violation(Evidence.of(expected, observed).hinting(Message.of(hint)));
    }

    private <T> T by(int thread, Callable<T> work) throws InterruptedException {
        try {
            return threads.get(thread).submit(work).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Scene.threw(expected, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new Powerless(Message.of("engine.time-ran-out", "a thread"));
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
