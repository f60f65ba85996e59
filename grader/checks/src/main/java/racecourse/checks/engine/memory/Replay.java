package racecourse.checks.engine.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.memory.History.Written;
import racecourse.checks.engine.memory.Memory.Seen;
import racecourse.checks.protocol.Message;

/** One run of a plot: the turns in order, one of them perhaps interrupted at a certain point, each racing read as chosen. */
final class Replay implements Observer {
    /** A call inside another one has ended or come to rest by then, or is let go on beside it. */
    private static final long INSIDE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** It waits when it has not moved for that long. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(12);

    /** It goes round in circles when it has touched memory that often, or used that much CPU time. */
    private static final int CIRCLES = 400;

    private static final Duration MOMENT = Duration.ofMillis(1);

    private static final long CIRCLES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int KIT = 0;
    private static final int MOST_POINTS = 4000;

    private final Plot plot;
    private final Subject subject;
    private final Gaps gaps;
    private final int cutAt;
    private final boolean weak;
    private final Memory memory;
    private final Story story = new Story();
    private final Map<Thread, Integer> numbers = new HashMap<>();
    private final List<@Nullable Actor> actors = new ArrayList<>();
    private List<Turn> turns = List.of();
    private @Nullable Scene scene;
    private @Nullable Thread cutThread;
    private int points;
    private int startedInside;
    private boolean letIn;
    private int touched;
    private boolean crowded;

    /**
     * Prepares a run.
     *
     * @param plot what is played
     * @param subject the submission, rewritten
     * @param gaps told what could not be followed
     * @param cutAt before which access of the turn that is cut the next ones are made; -1: after it
     * @param choices which values racing reads are given, or {@code null}: always the latest
     */
    Replay(Plot plot, Subject subject, Gaps gaps, int cutAt, @Nullable Choices choices) {
        this.plot = plot;
        this.subject = subject;
        this.gaps = gaps;
        this.cutAt = cutAt;
        this.weak = choices != null;
        this.memory = new Memory(choices == null ? new Choices(List.of()) : choices, weak && plot.distrustsModes());
    }

    /** Returns how many points the turn that is cut has gone through. */
    int points() {
        return points;
    }

    Story story() {
        return story;
    }

    /**
     * Plays the plot.
     *
     * @param expected what the contract demands of every call
     * @return what came of it
     */
    Ended play(Message expected) {
        memory.begin("", -1);
        try (Scene open = new Scene()) {
            scene = open;
            open.gate().open();
            synchronized (this) {
                numbers.put(Thread.currentThread(), KIT);
            }
            Hooks.tell(this);
            turns = plot.turns(subject);
            for (int i = 0; i < turns.size(); i++) {
                actors.add(null);
            }
            for (int i = 0; i < turns.size(); i++) {
                Actor actor = Objects.requireNonNull(actors.get(i) == null ? start(i) : actors.get(i));
                if (i == plot.cut() && plot.waits()) {
                    letOthersInOnceItRests(actor);
                }
                open.awaitEnd(actor, expected);
                awaitInside(open, expected);
            }
        } catch (Throwable e) {
            return new Ended(List.of(), e);
        } finally {
            Hooks.tell(Hooks.NOBODY);
        }
        List<@Nullable Object> results = new ArrayList<>();
        for (Actor actor : actors) {
            if (actor != null && actor.thrown() != null) {
                return new Ended(List.of(), actor.thrown());
            }
            results.add(actor == null ? null : actor.result());
        }
        return new Ended(results, null);
    }

    /**
     * How a run ended.
     *
     * @param results what the turns returned
     * @param thrown what one of them threw, or {@code null}
     */
    record Ended(List<@Nullable Object> results, @Nullable Throwable thrown) {}

    private void awaitInside(Scene open, Message expected) {
        for (Actor actor : actors) {
            if (actor != null) {
                open.awaitEnd(actor, expected);
            }
        }
    }

    private Actor start(int index) {
        Turn turn = turns.get(index);
        Actor actor = Objects.requireNonNull(scene).start(turn.thread(), () -> {
            begin(turn, index);
            Object result = turn.call().make();
            told(turn, result);
            return result;
        });
        actors.set(index, actor);
        return actor;
    }

    private synchronized void begin(Turn turn, int index) {
        int number = memory.begin(turn.thread(), KIT);
        numbers.put(Thread.currentThread(), number);
        story.call(turn.thread(), turn.text());
        if (index == plot.cut()) {
            cutThread = Thread.currentThread();
        }
    }

    private synchronized void told(Turn turn, @Nullable Object result) {
        story.returns(turn.thread(), turn.text(), result);
    }

    @Override
    public void point(String at) {
        int here;
        synchronized (this) {
            if (Thread.currentThread() != cutThread) {
                return;
            }
            here = points++;
            if (points > MOST_POINTS) {
                gaps.hide("a loop without end");
                return;
            }
        }
        if (here == cutAt && isFirstToLetIn(false)) {
            letOthersIn();
        }
    }

    /** One thread lets the others in, once; {@code beside}: while the one that is cut may go on. */
    private synchronized boolean isFirstToLetIn(boolean beside) {
        boolean first = !letIn;
        letIn = true;
        crowded |= first && beside;
        return first;
    }

    private void letOthersInOnceItRests(Actor actor) {
        if (!ends(actor) && isFirstToLetIn(true)) {
            letOthersIn();
        }
    }

    private void letOthersIn() {
        while (startedInside < plot.inside()) {
            startedInside++;
            Actor actor = start(plot.cut() + startedInside);
            if (!ends(actor)) {
                // it waits for the one that is cut: from here on both run
                synchronized (this) {
                    crowded = true;
                }
                return;
            }
        }
    }

    /** Waits until a call inside another one has ended, or will not before the other one does. */
    private boolean ends(Actor actor) {
        long begin = System.nanoTime();
        long moved = begin;
        int touchedBefore = touched();
        while (!actor.hasEnded()) {
            long now = System.nanoTime();
            boolean rests =
                    switch (actor.thread().getState()) {
                        case BLOCKED, WAITING, TIMED_WAITING -> true;
                        default -> false;
                    };
            moved = rests ? moved : now;
            if (now - moved > REST_NANOS
                    || now - begin > INSIDE_NANOS
                    || touched() - touchedBefore > CIRCLES
                    || Threads.cpuNanos(actor.thread()) > CIRCLES_NANOS) {
                return actor.hasEnded();
            }
            actor.awaitEnd(MOMENT);
        }
        return true;
    }

    private synchronized int touched() {
        return touched;
    }

    /** Whether two threads have run at once, so that the order of what was seen is not certain. */
    synchronized boolean wasCrowded() {
        return crowded;
    }

    private @Nullable Integer number() {
        touched++;
        Integer number = numbers.get(Thread.currentThread());
        if (number == null) {
            gaps.hide("a thread of its own");
        }
        return number;
    }

    @Override
    public synchronized @Nullable Object read(
            Object base, String name, Access access, @Nullable Object value, String at) {
        Integer thread = number();
        if (thread == null) {
            return value;
        }
        if (!weak || crowded) {
            story.read(lane(thread), name, value, at, false);
            return value;
        }
        Seen seen = memory.read(thread, base, name, access, value);
        if (seen.strange() && access == Access.PLAIN) {
            gaps.hide("a field that is written past the field");
        }
        story.read(lane(thread), name, seen.seen().value(), at, seen.isOld());
        if (seen.isOld()) {
            story.old(seen, at);
        }
        return seen.seen().value();
    }

    @Override
    public synchronized void write(
            Object base, String name, Access access, @Nullable Object before, @Nullable Object after, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.write(thread, base, name, access, before, after, at);
            story.write(lane(thread), name, after, at);
        }
    }

    @Override
    public synchronized void changed(Object base, String name, @Nullable Object after, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.change(thread, base, name, after, at);
            story.write(lane(thread), name, after, at);
        }
    }

    @Override
    public synchronized void counted(Object collection, String name, int size, String at) {
        Integer thread = number();
        if (thread == null) {
            return;
        }
        Written change = memory.resize(thread, collection, name, size, at);
        if (change != null) {
            story.write(lane(thread), name, size, at);
            if (change.thread() != thread && weak && !crowded) {
                story.raced(change.at(), at);
            }
        }
    }

    @Override
    public synchronized void holds(Object base, String name, @Nullable Object value) {
        memory.holds(base, name, value);
    }

    @Override
    public synchronized void acquired(Object lock, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.acquire(thread, lock);
            story.lock(lane(thread), at);
        }
    }

    @Override
    public synchronized void released(Object lock, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.release(thread, lock);
            story.unlock(lane(thread), at);
        }
    }

    @Override
    public synchronized void called(String call, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.order(thread);
            gaps.blind(call + "()", at);
        }
    }

    @Override
    public synchronized void fenced(String call, String at) {
        Integer thread = number();
        if (thread != null) {
            memory.fence(thread);
            gaps.blind(call + "()", at);
        }
    }

    @Override
    public void used(String call, String at) {
        gaps.blind(call, at);
    }

    @Override
    public void hidden(String call) {
        gaps.hide(call + ", handed on");
    }

    @Override
    public synchronized void initialised() {
        Integer thread = number();
        if (thread != null) {
            memory.announce(thread);
        }
    }

    private String lane(int thread) {
        return memory.name(thread);
    }
}
