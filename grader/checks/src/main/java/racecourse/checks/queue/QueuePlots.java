package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.memory.Note;
import racecourse.checks.engine.memory.Plot;
import racecourse.checks.engine.memory.Replays;
import racecourse.checks.engine.memory.Turn;
import racecourse.checks.protocol.Message;

/**
 * What threads do to a queue, played in every order and under every memory that the language allows. What goes wrong
 * without an old value is another check's affair.
 */
final class QueuePlots {
    /** What is put after a plain variable has been written. */
    private static final Integer ITEM = 7;

    private static final Integer BEFORE = 3;

    private QueuePlots() {}

    /** What was written before an item was put is seen after it was got. */
    static Replays order() {
        return Replays.of(
                Message.of("queue.memory.order"),
                Message.of("queue.stress.try"),
                new Handing("get() in the middle of put", 1, 0, Op.Kind.PUT, Op.Kind.GET, 0),
                new Handing(
                        "getNoWait() in the middle of putNoWait", 1, 0, Op.Kind.PUT_NO_WAIT, Op.Kind.GET_NO_WAIT, 0),
                new Handing("put in the middle of get()", 1, 0, Op.Kind.PUT, Op.Kind.GET, 1),
                new Handing("gets in the middle of put", 1, 1, Op.Kind.PUT, Op.Kind.GET, 0));
    }

    /** A change is seen by whoever asks later. */
    static Replays sizes() {
        List<Plot> plots = new ArrayList<>();
        for (Question question : Question.values()) {
            plots.add(new Asked(question, Op.Kind.PUT, false));
            plots.add(new Asked(question, Op.Kind.PUT_NO_WAIT, false));
            plots.add(new Asked(question, Op.Kind.GET, true));
            plots.add(new Asked(question, Op.Kind.GET_NO_WAIT, true));
        }
        return Replays.of(Message.of("queue.memory.sizes"), Message.of("queue.size.try"), plots.toArray(Plot[]::new));
    }

    /** What holds the items is changed by one thread at a time. */
    static Replays changes() {
        return Replays.of(
                Message.of("queue.memory.changes"),
                Message.of("queue.disorder.try"),
                new Beside(1, Op.put(7), Op.get()),
                new Beside(2, Op.getNoWait(), Op.getNoWait()),
                new Beside(0, Op.putNoWait(7), Op.putNoWait(8)));
    }

    /**
     * Two calls on a queue for two items, one in the middle of the other.
     *
     * @param before how many items it holds at first
     * @param outer what is interrupted
     * @param inner what is done in the middle of it
     */
    private record Beside(int before, Op outer, Op inner) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            Channel queue = queue(subject, 2, before);
            return List.of(
                    Turn.asking("A", outer.toString(), () -> outer.on(queue)),
                    Turn.asking("B", inner.toString(), () -> inner.on(queue)));
        }

        @Override
        public int cut() {
            return 0;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            return null;
        }
    }

    private static Channel queue(Subject subject, int capacity, int items) throws Throwable {
        Channel queue = UnderTest.queues(subject).make(capacity);
        for (int i = 0; i < items; i++) {
            queue.putNoWait(BEFORE);
        }
        return queue;
    }

    /**
     * One writes a plain variable and puts an item; another one gets it, and reads the variable.
     *
     * @param name which
     * @param capacity the queue's
     * @param before how many items it holds at first; as many are taken before that one
     * @param putting how the item is put
     * @param getting how it is got
     * @param first who is interrupted: 0 the one that puts, 1 the one that gets
     */
    private record Handing(String name, int capacity, int before, Op.Kind putting, Op.Kind getting, int first)
            implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            Channel queue = queue(subject, capacity, before);
            Note note = new Note();
            Turn puts = Turn.of("A", "note = 1; " + new Op(putting, ITEM), () -> {
                note.write(1);
                new Op(putting, ITEM).on(queue);
            });
            List<Turn> turns = new ArrayList<>();
            for (int i = 0; i < before; i++) {
                turns.add(Turn.asking("C", new Op(getting, 0).toString(), () -> new Op(getting, 0).on(queue)));
            }
            turns.add(Turn.asking("B", new Op(getting, 0) + ", then note", () -> got(queue, note)));
            turns.add(first == 0 ? 0 : turns.size(), puts);
            return turns;
        }

        private @Nullable Object got(Channel queue, Note note) throws Throwable {
            Object item = new Op(getting, 0).on(queue);
            return ITEM.equals(item) ? List.of(item, note.read()) : item;
        }

        @Override
        public int cut() {
            return 0;
        }

        @Override
        public int inside() {
            return before + 1;
        }

        @Override
        public boolean waits() {
            return before > 0 || first == 1;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            if (results.contains(List.of(ITEM, 0))) {
                return Message.of("queue.memory.note", ITEM);
            }
            List<@Nullable Object> got = new ArrayList<>(results);
            got.remove(first == 0 ? 0 : results.size() - 1);
            got.replaceAll(item -> item instanceof List<?> seen ? seen.get(0) : item);
            List<Object> due = new ArrayList<>(Collections.nCopies(before, BEFORE));
            due.add(ITEM);
            boolean right =
                    got.stream().allMatch(item -> due.remove(item) || (item == Channel.REFUSED && !getting.waits()));
            return right ? null : Message.of("queue.memory.got", got);
        }
    }

    /** The three questions, of a queue for one item. */
    private enum Question {
        SIZE("size()"),
        EMPTY("isEmpty()"),
        FULL("isFull()");

        private final String text;

        Question(String text) {
            this.text = text;
        }

        Object ask(Channel queue) throws Throwable {
            return switch (this) {
                case SIZE -> queue.size();
                case EMPTY -> queue.isEmpty();
                case FULL -> queue.isFull();
            };
        }

        Object due(int items) {
            return switch (this) {
                case SIZE -> items;
                case EMPTY -> items == 0;
                case FULL -> items == 1;
            };
        }
    }

    /**
     * One changes the queue, and when that is over another one asks.
     *
     * @param question what
     * @param change what is done before
     * @param filled whether the queue, of one place, is full at first
     */
    private record Asked(Question question, Op.Kind change, boolean filled) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            Channel queue = queue(subject, 1, filled ? 1 : 0);
            Op op = new Op(change, ITEM);
            return List.of(
                    Turn.asking("A", op.toString(), () -> op.on(queue)),
                    Turn.asking("B", question.text, () -> question.ask(queue)));
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            Object due = question.due(filled ? 0 : 1);
            Object answer = results.get(1);
            return due.equals(answer)
                    ? null
                    : Message.of("queue.memory.answered", question.text, String.valueOf(answer), due);
        }
    }
}
