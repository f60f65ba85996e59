package racecourse.checks.engine.locks.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.Event.Paused;
import racecourse.checks.engine.locks.paths.Event.StoreRead;
import racecourse.checks.engine.locks.paths.Event.StoreWritten;
import racecourse.checks.engine.locks.paths.Event.Threw;
import racecourse.checks.engine.locks.paths.Operand.Answer;

/** The course's own interfaces: the pause and the stores, any of which may throw whatever it likes. */
final class ContractCalls implements Model {
    @Override
    public boolean handle(Call call) {
        if (!call.owner.startsWith("racecourse/contract/")) {
            return false;
        }
        State state = call.state;
        if (call.owner.equals("racecourse/contract/Pause") && call.name.equals("pause")) {
            state.note(new Paused(state.held(), call.at()));
            state.othersRun();
            mayThrow(call);
            call.answers();
        } else if (isStore(call) && call.name.equals("read")) {
            state.othersRun();
            mayThrow(call);
            Operand answer = readBefore(call);
            if (answer == null) {
                answer = call.answer(true);
            }
            state.note(new StoreRead(call.on(), answer, state.held(), call.at()));
            call.answers(answer);
        } else if (isStore(call) && call.name.equals("write")) {
            mayThrow(call);
            state.note(new StoreWritten(call.on(), call.arguments.get(0), state.held(), call.at()));
            state.othersRun();
            call.answers();
        } else {
            Answer answer = call.answer(false);
            state.facts.put(answer, new Range(1, 1, java.util.Set.of()));
            call.answers(answer);
        }
        return true;
    }

    /** What was read in the same critical section, and not written since, is there still. */
    private static @Nullable Operand readBefore(Call call) {
        List<Event> events = call.state.events;
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof StoreWritten) {
                return null;
            }
            if (events.get(i) instanceof StoreRead read && read.store().equals(call.on())) {
                boolean inside = read.holds().stream()
                        .anyMatch(hold -> !hold.isPorous()
                                && call.state.holds.stream().anyMatch(now -> now.number() == hold.number()));
                return inside && Arithmetic.isKnown(read.result()) ? read.result() : null;
            }
        }
        return null;
    }

    private static boolean isStore(Call call) {
        return (call.name.equals("read") && call.descriptor.equals("()I"))
                || (call.name.equals("write") && call.descriptor.equals("(I)V"));
    }

    private static void mayThrow(Call call) {
        Call other = call.split();
        other.state.note(new Threw(call.title(), true, other.state.top().site(), call.at()));
        other.raise("java/lang/Throwable", true);
    }
}
