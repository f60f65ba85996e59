package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import racecourse.checks.engine.locks.paths.Operand.Argument;
import racecourse.checks.engine.locks.paths.Operand.Closure;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Fresh;
import racecourse.checks.engine.locks.paths.Operand.Self;
import racecourse.checks.engine.locks.paths.Path.Ending;

/** Follows calls into the submission's own methods, and asks the models about all others. */
final class Calls {
    private static final int DEEPEST = 30;
    private static final List<Model> MODELS = List.of(
            new ContractCalls(),
            new LockCalls(),
            new SemaphoreCalls(),
            new ThreadCalls(),
            new FileCalls(),
            new PlainCalls());

    private final Machine machine;

    Calls(Machine machine) {
        this.machine = machine;
    }

    void invoke(State state, MethodInsnNode instruction) {
        List<Operand> arguments = pop(state, instruction.desc);
        Operand receiver = instruction.getOpcode() == Opcodes.INVOKESTATIC
                ? null
                : state.top().values.pop();
        call(new Call(
                machine,
                state,
                instruction.getOpcode(),
                instruction.owner,
                instruction.name,
                instruction.desc,
                receiver,
                arguments,
                true));
    }

    private static List<Operand> pop(State state, String descriptor) {
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < Type.getArgumentTypes(descriptor).length; i++) {
            arguments.add(0, state.top().values.pop());
        }
        return arguments;
    }

    private void call(Call call) {
        if (call.receiver instanceof Closure closure) {
            if (call.name.equals(closure.method())) {
                run(call, closure);
                return;
            }
        }
        BlockingCalls.note(call);
        if (call.receiver instanceof Argument argument
                && argument.phase() == Phase.CALL
                && machine.phase == Phase.CALL) {
            if (refusesNull(call, argument)) {
                return;
            }
        }
        Target target = target(call);
        if (target.code() != null) {
            enterCall(call, target.code());
        } else if (target.ambiguous()) {
            call.state.lose(call.title());
            call.all().forEach(call.state::escape);
            call.answers(call.answer(false));
        } else {
            leadOut(call);
        }
    }

    /** A method called on an argument that may be null; true if it certainly is. */
    private static boolean refusesNull(Call call, Argument argument) {
        Range range = call.state.range(argument);
        Range isNull = range.where(Opcodes.IFEQ, 0);
        Range isNot = range.where(Opcodes.IFNE, 0);
        if (isNull != null && isNot != null) {
            Call other = call.split();
            other.state.facts.put(argument, isNull);
            other.raise("java/lang/NullPointerException", false);
        }
        if (isNot == null) {
            call.raise("java/lang/NullPointerException", false);
            return true;
        }
        call.state.facts.put(argument, isNot);
        return false;
    }

    private record Target(@Nullable MethodCode code, boolean ambiguous) {}

    private Target target(Call call) {
        Submission submission = machine.submission;
        boolean exact = call.opcode == Opcodes.INVOKESTATIC || call.opcode == Opcodes.INVOKESPECIAL;
        if (exact) {
            return new Target(submission.find(call.owner, call.name, call.descriptor), false);
        }
        String type = call.receiver instanceof Fresh fresh
                ? fresh.type()
                : call.receiver instanceof Self self ? self.type() : null;
        if (type != null) {
            return new Target(submission.find(type, call.name, call.descriptor), false);
        }
        if (call.owner.startsWith("java/lang/") || call.owner.startsWith("[")) {
            return new Target(null, call.owner.equals("java/lang/Runnable"));
        }
        if (call.receiver instanceof Argument && submission.type(call.owner) == null) {
            return new Target(null, false);
        }
        List<String> concrete = submission.concrete(call.owner);
        if (submission.type(call.owner) != null && concrete.size() == 1) {
            return new Target(submission.find(concrete.get(0), call.name, call.descriptor), false);
        }
        boolean mayBeOwn = concrete.stream().anyMatch(own -> submission.find(own, call.name, call.descriptor) != null);
        return new Target(null, mayBeOwn || submission.type(call.owner) != null);
    }

    private void enterCall(Call call, MethodCode target) {
        List<Operand> arguments = call.all();
        if (call.state.activations.size() > DEEPEST) {
            call.state.lose("calls too deep to follow: " + call.title());
            machine.end(call.state, Ending.CUT, null, 0);
            return;
        }
        int context = machine.contexts.called(call.state.top().site(), target);
        enter(call.state, target, arguments, context);
        if (!call.state.activations.isEmpty()) {
            call.state.top().dropsResult = !call.wantsResult;
        }
    }

    void enter(State state, MethodCode target, List<Operand> arguments, int context) {
        Activation activation = new Activation(target, context);
        int local = 0;
        for (Operand argument : arguments) {
            activation.values.setLocal(local, argument);
            local += argument.getSize();
        }
        state.activations.add(activation);
        if (target.isSynchronized()) {
            Operand monitor = target.isStatic() ? Locks.classOf(target) : arguments.get(0);
            activation.monitor = monitor;
            Locks.acquire(machine, state, monitor, Hold.Kind.MONITOR, Hold.Mode.WRITE, 1, true);
        }
    }

    void leave(State state, @Nullable Operand result) {
        Activation done = state.top();
        if (done.monitor != null) {
            Locks.release(machine, state, done.monitor, Hold.Kind.MONITOR, Hold.Mode.WRITE, 1);
        }
        if (state.activations.size() == 1) {
            machine.end(state, Ending.RETURNS, result, 0);
            return;
        }
        state.activations.remove(state.activations.size() - 1);
        Activation caller = state.top();
        Operand given = done.result != null ? done.result : result;
        if (given != null && !done.dropsResult) {
            caller.values.push(given);
        }
        caller.pc++;
    }

    private void leadOut(Call call) {
        String owner = call.owner;
        if (call.receiver instanceof Fresh fresh && machine.submission.type(fresh.type()) != null) {
            owner = machine.submission.foreign(fresh.type());
        } else if (machine.submission.type(owner) != null) {
            owner = machine.submission.foreign(owner);
        }
        Call out = owner.equals(call.owner)
                ? call
                : new Call(
                        machine,
                        call.state,
                        call.opcode,
                        owner,
                        call.name,
                        call.descriptor,
                        call.receiver,
                        call.arguments,
                        call.wantsResult);
        for (Model model : MODELS) {
            if (model.handle(out)) {
                return;
            }
        }
        call.state.othersRun();
        call.all().forEach(call.state::escape);
        call.state.lose(out.title());
        call.answers();
    }

    private void run(Call call, Closure closure) {
        Handle handle = closure.target();
        List<Operand> arguments = new ArrayList<>(closure.captured());
        arguments.addAll(call.arguments);
        boolean wants = call.wantsResult && Type.getReturnType(call.descriptor).getSort() != Type.VOID;
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            construct(call, handle, arguments, wants);
            return;
        }
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        int opcode =
                switch (handle.getTag()) {
                    case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                    case Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                    default -> Opcodes.INVOKEVIRTUAL;
                };
        Operand receiver = isStatic ? null : arguments.remove(0);
        call(new Call(
                machine,
                call.state,
                opcode,
                handle.getOwner(),
                handle.getName(),
                handle.getDesc(),
                receiver,
                arguments,
                wants));
    }

    private void construct(Call call, Handle handle, List<Operand> arguments, boolean wants) {
        State state = call.state;
        Fresh made = machine.fresh(state, state.top().site(), handle.getOwner());
        MethodCode code = machine.submission.find(handle.getOwner(), "<init>", handle.getDesc());
        if (code == null) {
            call.answers(made);
            return;
        }
        List<Operand> all = new ArrayList<>();
        all.add(made);
        all.addAll(arguments);
        enter(state, code, all, machine.contexts.called(state.top().site(), code));
        state.top().result = made;
        state.top().dropsResult = !wants;
    }

    /** A lambda, a method reference, or texts put together. */
    void link(State state, InvokeDynamicInsnNode instruction) {
        List<Operand> captured = pop(state, instruction.desc);
        Activation top = state.top();
        Type type = Type.getReturnType(instruction.desc);
        Operand made;
        if (instruction.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
            made = new Closure(
                    top.site(),
                    (Handle) instruction.bsmArgs[1],
                    instruction.name,
                    instruction.bsmArgs[0].toString(),
                    List.copyOf(captured));
            state.comesAgain(top.site(), made);
        } else {
            made = new Operand.Answer(top.site(), instruction.name, false, type.getSize());
            state.comesAgain(top.site(), made);
        }
        top.values.push(made);
        top.pc++;
    }

    /** Returns arguments that may be anything for a method of the looked-at object. */
    static List<Operand> anything(MethodNode method, @Nullable Operand self, Phase phase) {
        List<Operand> arguments = new ArrayList<>();
        if (self != null) {
            arguments.add(self);
        }
        int index = 0;
        for (Type type : Type.getArgumentTypes(method.desc)) {
            arguments.add(new Argument(index++, phase, type.getDescriptor()));
        }
        return arguments;
    }

    static Constant truth(boolean value) {
        return Constant.of(value ? 1 : 0);
    }
}
