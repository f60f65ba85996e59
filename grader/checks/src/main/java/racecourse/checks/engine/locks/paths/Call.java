package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Operand.Answer;
import racecourse.checks.engine.locks.paths.Operand.Thrown;

/** A call that a path is about to make, its arguments already off the stack. */
final class Call {
    final Machine machine;
    final State state;
    final int opcode;
    final String owner;
    final String name;
    final String descriptor;

    /** The object that is called; {@code null} for a static method. */
    final @Nullable Operand receiver;

    final List<Operand> arguments;

    /** Whether the caller wants the result on its stack. */
    final boolean wantsResult;

    Call(
            Machine machine,
            State state,
            int opcode,
            String owner,
            String name,
            String descriptor,
            @Nullable Operand receiver,
            List<Operand> arguments,
            boolean wantsResult) {
        this.machine = machine;
        this.state = state;
        this.opcode = opcode;
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.receiver = receiver;
        this.arguments = arguments;
        this.wantsResult = wantsResult;
    }

    /** The same call on another path, which goes on beside this one. */
    Call split() {
        State other = state.copy();
        machine.fork(other);
        return new Call(machine, other, opcode, owner, name, descriptor, receiver, arguments, wantsResult);
    }

    boolean is(String type, String... names) {
        return owner.equals(type) && List.of(names).contains(name);
    }

    String title() {
        return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
    }

    boolean isStatic() {
        return opcode == Opcodes.INVOKESTATIC;
    }

    Operand on() {
        return receiver == null ? Operand.Unknown.ONE : receiver;
    }

    Place at() {
        return state.place();
    }

    /** The call returns this. */
    void answers(Operand result) {
        Activation top = state.top();
        if (wantsResult) {
            Type type = Type.getReturnType(descriptor);
            if (type.getSort() != Type.VOID) {
                top.values.push(result.getSize() == type.getSize() ? result : unknown(type));
            }
        }
        top.pc++;
    }

    private static Operand unknown(Type type) {
        return type.getSize() == 2 ? Operand.Unknown.TWO : Operand.Unknown.ONE;
    }

    /** The call returns something that nobody knows. */
    void answers() {
        answers(answer(false));
    }

    /** A new symbol for what the call returns. */
    Answer answer(boolean free) {
        Type type = Type.getReturnType(descriptor);
        Answer answer = new Answer(state.top().site(), title(), free, Math.max(1, type.getSize()));
        state.comesAgain(answer.site(), answer);
        return answer;
    }

    /** The call throws, perhaps, on a path of its own. */
    void mayThrow(String type, boolean open) {
        Call other = split();
        other.state.note(new Event.Threw(title(), false, other.state.top().site(), at()));
        other.raise(type, open);
    }

    void raise(String type, boolean open) {
        machine.raise(state, new Thrown(state.top().site(), type, open, List.of()));
    }

    List<Operand> all() {
        List<Operand> all = new ArrayList<>();
        if (receiver != null) {
            all.add(receiver);
        }
        all.addAll(arguments);
        return all;
    }
}
