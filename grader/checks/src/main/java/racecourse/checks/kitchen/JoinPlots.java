package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.memory.Note;
import racecourse.checks.engine.memory.Plot;
import racecourse.checks.engine.memory.Replays;
import racecourse.checks.engine.memory.Turn;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.JoinableQueue;

/** What is done before taskDone is seen after the join that it lets go, under every memory that the language allows. */
final class JoinPlots {
    private JoinPlots() {}

    static Replays order() {
        return Replays.of(
                Message.of("kitchen.join.order"),
                Message.of("kitchen.join.order.try"),
                new Finishing(1),
                new Finishing(2));
    }

    /**
     * Several threads write, each a plain variable, and say taskDone; then one joins, and reads the variables.
     *
     * @param items how many items had been put
     */
    private record Finishing(int items) implements Plot {
        @Override
        public List<Turn> turns(Subject subject) throws Throwable {
            JoinableQueue<Object> queue = new Kitchens(subject).newQueue(items);
            List<Note> notes = new ArrayList<>();
            List<Turn> turns = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                queue.put("item");
                queue.get();
                Note note = new Note();
                notes.add(note);
                turns.add(Turn.of(String.valueOf((char) ('A' + i)), "note = 1; taskDone()", () -> {
                    note.write(1);
                    queue.taskDone();
                }));
            }
            turns.add(Turn.asking("J", "join(), then the notes", () -> {
                queue.join();
                return notes.stream().allMatch(note -> note.read() == 1);
            }));
            return turns;
        }

        @Override
        public @Nullable Message wrong(List<@Nullable Object> results) {
            boolean right = Objects.equals(results.get(results.size() - 1), true);
            return right ? null : Message.of("kitchen.join.old");
        }
    }
}
