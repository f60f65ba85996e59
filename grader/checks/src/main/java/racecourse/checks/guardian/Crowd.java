package racecourse.checks.guardian;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.children.Host;
import racecourse.checks.engine.children.Patience;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Message;

/**
 * Many commands of one JVM, all of them the same: the first is ended by the kit, the next two are started at the same
 * moment, the last by a guardian of its own.
 */
final class Crowd implements Command {
    /** More than a handful, beside the one that is ended and the one of another guardian. */
    private static final int LEAST = 9;

    private static final int MOST = 20;

    /** More than the least are started only if that takes no time: a guardian may start a JVM for each. */
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final Duration END = Duration.ofSeconds(8);

    private final Host host;
    private final List<Sleeper> sleepers = new ArrayList<>();

    Crowd(Host host) {
        this.host = host;
    }

    /** Starts them. */
    void start() {
        host.awaitUp();
        long begin = System.nanoTime();
        Sleeper first = start("start");
        first.kill();
        if (!first.awaitEnd(END)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
        startTwoAtOnce();
        for (int i = 2; i < LEAST || (i < MOST && System.nanoTime() - begin < BUDGET_NANOS); i++) {
            start("start");
        }
        start("start-by-another");
    }

    private Sleeper start(String order) {
        host.tell(order);
        host.tell(Sleeper.command());
        return started(host.answer());
    }

    private void startTwoAtOnce() {
        host.tell("start-at-once");
        host.tell(Sleeper.command());
        host.tell(Sleeper.command());
        started(host.answer());
        started(host.answer());
    }

    private Sleeper started(String pid) {
        Sleeper sleeper = Sleeper.of(Long.parseLong(pid));
        sleepers.add(sleeper);
        return sleeper;
    }

    @Override
    public boolean awaitEnd(Duration limit) {
        return Patience.wait(limit, slice -> {
            boolean ended = true;
            for (Sleeper sleeper : sleepers) {
                ended &= sleeper.awaitEnd(slice.dividedBy(sleepers.size()));
            }
            return ended;
        });
    }

    @Override
    public boolean runs(Duration limit) {
        return sleepers.stream().anyMatch(Sleeper::runs);
    }

    @Override
    public Message stillRuns(long seconds, long controlMillis) {
        String numbers = IntStream.range(0, sleepers.size())
                .filter(i -> sleepers.get(i).runs())
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(", "));
        return Message.of("guardian.every.observed", sleepers.size(), numbers, seconds, controlMillis);
    }

    @Override
    public void close() {
        sleepers.forEach(Sleeper::close);
    }
}
