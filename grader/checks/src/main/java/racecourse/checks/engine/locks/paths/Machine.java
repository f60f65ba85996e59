package racecourse.checks.engine.locks.paths;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Fresh;
import racecourse.checks.engine.locks.paths.Operand.Thrown;
import racecourse.checks.engine.locks.paths.Path.Ending;

/** Runs one method on symbols, along every path. */
final class Machine {
    private static final int MOST_PATHS = 3000;
    private static final int MOST_STEPS = 400_000;

    final Submission submission;
    final Phase phase;
    final Contexts contexts;
    private final Arithmetic arithmetic = new Arithmetic();
    private final Branching branching = new Branching(this);
    private final Fields fields = new Fields(this);
    private final Calls calls = new Calls(this);
    private final Deque<State> due = new ArrayDeque<>();
    private final List<Path> paths = new ArrayList<>();
    private int steps;

    Machine(Submission submission, Phase phase, Contexts contexts) {
        this.submission = submission;
        this.phase = phase;
        this.contexts = contexts;
    }

    Exploration run(MethodCode method, List<Operand> arguments, Map<Location, Operand> heap) {
        State start = new State();
        start.heap.putAll(heap);
        calls.enter(start, method, arguments, contexts.root(phase, method));
        due.add(start);
        while (!due.isEmpty()) {
            State state = due.removeLast();
            while (!state.activations.isEmpty()) {
                if (steps++ > MOST_STEPS || paths.size() > MOST_PATHS) {
                    return new Exploration(method, paths, false);
                }
                step(state);
            }
        }
        return new Exploration(method, paths, true);
    }

    void fork(State other) {
        due.add(other);
    }

    void end(State state, Ending ending, @Nullable Operand result, int repeats) {
        Place at = state.activations.isEmpty() ? lastPlace(state) : state.place();
        paths.add(new Path(
                List.copyOf(state.events),
                ending,
                result,
                state.held(),
                state.interrupt,
                Map.copyOf(state.heap),
                java.util.Set.copyOf(state.escaped),
                state.doubt,
                state.unknown,
                repeats,
                at));
        state.activations.clear();
    }

    private static Place lastPlace(State state) {
        return state.events.isEmpty()
                ? new Place("", "", "", 0)
                : state.events.get(state.events.size() - 1).at();
    }

    private void step(State state) {
        Activation top = state.top();
        AbstractInsnNode instruction = top.code.at(top.pc);
        int opcode = instruction.getOpcode();
        if (opcode < 0) {
            top.pc++;
        } else if (instruction instanceof JumpInsnNode jump) {
            jump(state, top, jump);
        } else if (instruction instanceof MethodInsnNode method) {
            calls.invoke(state, method);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            calls.link(state, dynamic);
        } else if (instruction instanceof FieldInsnNode field) {
            fields.access(state, field);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            List<Integer> keys = new ArrayList<>();
            for (int key = table.min; key <= table.max; key++) {
                keys.add(key);
            }
            branching.choose(state, Operands.unboxed(top.values.pop()), keys, table.labels, table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            branching.choose(state, Operands.unboxed(top.values.pop()), lookup.keys, lookup.labels, lookup.dflt);
        } else {
            other(state, top, instruction, opcode);
        }
    }

    private void other(State state, Activation top, AbstractInsnNode instruction, int opcode) {
        switch (opcode) {
            case Opcodes.MONITORENTER -> {
                Operand lock = top.values.pop();
                if (Locks.acquire(this, state, lock, Hold.Kind.MONITOR, Hold.Mode.WRITE, 1, true)) {
                    top.pc++;
                }
            }
            case Opcodes.MONITOREXIT -> {
                Operand lock = top.values.pop();
                if (Locks.release(this, state, lock, Hold.Kind.MONITOR, Hold.Mode.WRITE, 1)) {
                    top.pc++;
                }
            }
            case Opcodes.NEW -> {
                top.values.push(fresh(state, top.site(), ((TypeInsnNode) instruction).desc));
                top.pc++;
            }
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> {
                try {
                    top.values.execute(instruction, arithmetic);
                } catch (AnalyzerException e) {
                    throw new IllegalStateException(e);
                }
                top.values.pop();
                top.values.push(fresh(state, top.site(), "["));
                top.pc++;
            }
            case Opcodes.ATHROW -> raise(state, top.values.pop());
            case Opcodes.IRETURN, Opcodes.LRETURN, Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN ->
                calls.leave(state, top.values.pop());
            case Opcodes.RETURN -> calls.leave(state, null);
            default -> {
                if (fields.element(state, instruction)) {
                    top.pc++;
                } else {
                    compute(top, instruction);
                }
            }
        }
    }

    private void compute(Activation top, AbstractInsnNode instruction) {
        try {
            top.values.execute(instruction, arithmetic);
        } catch (AnalyzerException e) {
            throw new IllegalStateException(top.code + " " + top.pc, e);
        }
        top.pc++;
    }

    Fresh fresh(State state, Site site, String type) {
        Fresh once = new Fresh(site, type, phase, false);
        return state.comesAgain(site, once) && phase != Phase.CALL ? new Fresh(site, type, phase, true) : once;
    }

    private void jump(State state, Activation top, JumpInsnNode jump) {
        int opcode = jump.getOpcode();
        switch (opcode) {
            case Opcodes.GOTO -> branching.jump(state, jump.label);
            case Opcodes.IFNULL -> {
                Operand value = top.values.pop();
                branching.compareObjects(state, Opcodes.IFEQ, value, Constant.NULL, jump.label);
            }
            case Opcodes.IFNONNULL -> {
                Operand value = top.values.pop();
                branching.compareObjects(state, Opcodes.IFNE, value, Constant.NULL, jump.label);
            }
            case Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE -> {
                Operand second = top.values.pop();
                Operand first = top.values.pop();
                int comparison = opcode == Opcodes.IF_ACMPEQ ? Opcodes.IFEQ : Opcodes.IFNE;
                branching.compareObjects(state, comparison, first, second, jump.label);
            }
            default -> {
                if (opcode <= Opcodes.IFLE) {
                    branching.test(state, opcode, Operands.unboxed(top.values.pop()), 0, jump.label);
                } else {
                    Operand second = top.values.pop();
                    Operand first = top.values.pop();
                    int comparison = opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ;
                    branching.compare(state, comparison, first, second, jump.label);
                }
            }
        }
    }

    /** Something is thrown: the first handler that takes it goes on, or the method above. */
    void raise(State state, Operand exception) {
        Thrown thrown = thrown(state, exception);
        while (!state.activations.isEmpty()) {
            Activation top = state.top();
            for (MethodCode.Handler handler : top.code.handlers(top.pc)) {
                String type = handler.type();
                if (type == null || submission.isSubtype(thrown.type(), type)) {
                    handle(state, handler, thrown);
                    return;
                }
                if (mayBe(thrown, type)) {
                    State other = state.copy();
                    handle(other, handler, new Thrown(thrown.site(), type, true, thrown.excluded()));
                    fork(other);
                    List<String> excluded = new ArrayList<>(thrown.excluded());
                    excluded.add(type);
                    thrown = new Thrown(thrown.site(), thrown.type(), true, List.copyOf(excluded));
                }
            }
            if (top.monitor != null) {
                Locks.release(this, state, top.monitor, Hold.Kind.MONITOR, Hold.Mode.WRITE, 1);
            }
            if (state.activations.size() == 1) {
                end(state, Ending.THROWS, thrown, 0);
                return;
            }
            state.activations.remove(top);
        }
    }

    private boolean mayBe(Thrown thrown, String type) {
        return thrown.open()
                && submission.isSubtype(type, thrown.type())
                && thrown.excluded().stream().noneMatch(excluded -> submission.isSubtype(type, excluded));
    }

    private Thrown thrown(State state, Operand exception) {
        if (exception instanceof Thrown thrown) {
            return thrown;
        }
        if (exception instanceof Fresh made) {
            return new Thrown(made.site(), made.type(), false, List.of());
        }
        state.lose("an exception of unknown type");
        return new Thrown(state.top().site(), "java/lang/Throwable", true, List.of());
    }

    private static void handle(State state, MethodCode.Handler handler, Thrown thrown) {
        Activation top = state.top();
        top.values.clearStack();
        top.values.push(thrown);
        top.pc = handler.target();
    }

    static String internalName(Type type) {
        return type.getSort() == Type.OBJECT ? type.getInternalName() : type.getDescriptor();
    }
}
