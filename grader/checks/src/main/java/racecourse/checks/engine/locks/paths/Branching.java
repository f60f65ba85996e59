package racecourse.checks.engine.locks.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Sum;
import racecourse.checks.engine.locks.paths.Operand.Term;
import racecourse.checks.engine.locks.paths.Operand.Unknown;
import racecourse.checks.engine.locks.paths.Path.Ending;

/**
 * Where a path parts in two. A test of something that may be anything (an argument, what a store holds) leaves both
 * certain; any other test that is not decided leaves both in doubt.
 */
final class Branching {
    private static final int ROUNDS_IN_FULL = 8;
    private static final int ROUNDS = 14;

    private final Machine machine;

    Branching(Machine machine) {
        this.machine = machine;
    }

    void test(State state, int comparison, Operand tested, long against, LabelNode target) {
        Operand value = tested;
        long constant = against;
        if (value instanceof Sum sum) {
            value = sum.of();
            constant -= sum.add();
        }
        Range range = state.range(value);
        Range yes = range.where(comparison, constant);
        Range no = range.where(Range.opposite(comparison), constant);
        if (no == null) {
            jump(state, target);
        } else if (yes == null) {
            state.top().pc++;
        } else {
            State other = state.copy();
            learn(other, value, yes);
            learn(state, value, no);
            machine.fork(other);
            jump(other, target);
            state.top().pc++;
        }
    }

    private static void learn(State state, Operand value, Range range) {
        if (Arithmetic.isKnown(value)) {
            state.facts.put(value, range);
        }
        if (!Operands.isFree(value)) {
            state.doubt();
        }
    }

    void compare(State state, int comparison, Operand left, Operand right, LabelNode target) {
        Operand one = Operands.unboxed(left);
        Operand two = Operands.unboxed(right);
        Long first = one instanceof Constant constant ? State.number(constant.content()) : null;
        Long second = two instanceof Constant constant ? State.number(constant.content()) : null;
        if (second != null) {
            test(state, comparison, one, second, target);
        } else if (first != null) {
            test(state, mirrored(comparison), two, first, target);
        } else if (one.equals(two) && Arithmetic.isKnown(one)) {
            test(state, comparison, Constant.of(0), 0, target);
        } else {
            test(state, comparison, Arithmetic.term(Opcodes.LCMP, one, two), 0, target);
        }
    }

    void compareObjects(State state, int comparison, Operand one, Operand two, LabelNode target) {
        if (one.equals(two) && Arithmetic.isKnown(one)) {
            test(state, comparison, Constant.of(0), 0, target);
        } else if (Operands.areDistinct(one, two)) {
            test(state, comparison, Constant.of(1), 0, target);
        } else if (two.equals(Constant.NULL)) {
            test(state, comparison, one, 0, target);
        } else {
            test(state, comparison, Arithmetic.term(Opcodes.IF_ACMPEQ, one, two), 0, target);
        }
    }

    private static int mirrored(int comparison) {
        return switch (comparison) {
            case Opcodes.IFLT -> Opcodes.IFGT;
            case Opcodes.IFGT -> Opcodes.IFLT;
            case Opcodes.IFLE -> Opcodes.IFGE;
            case Opcodes.IFGE -> Opcodes.IFLE;
            default -> comparison;
        };
    }

    void choose(State state, Operand tested, List<Integer> keys, List<LabelNode> labels, LabelNode otherwise) {
        Range rest = state.range(tested);
        for (int i = 0; i < keys.size() && rest != null; i++) {
            Range here = rest.where(Opcodes.IFEQ, keys.get(i));
            Range more = rest.where(Opcodes.IFNE, keys.get(i));
            if (here != null && more == null) {
                jump(state, labels.get(i));
                return;
            }
            if (here != null) {
                State other = state.copy();
                learn(other, tested, here);
                learn(state, tested, Objects.requireNonNull(more));
                machine.fork(other);
                jump(other, labels.get(i));
            }
            rest = more;
        }
        jump(state, otherwise);
    }

    void jump(State state, LabelNode target) {
        Activation top = state.top();
        int from = top.pc;
        top.pc = top.code.index(target);
        if (top.pc <= from) {
            round(state, top);
        }
    }

    private void round(State state, Activation top) {
        List<State.Snapshot> rounds = state.rounds.computeIfAbsent(top.site(), key -> new ArrayList<>());
        List<Object> picture = state.picture();
        for (State.Snapshot before : rounds) {
            if (before.picture().equals(picture)) {
                machine.end(state, Ending.REPEATS, null, before.events());
                return;
            }
        }
        if (rounds.size() >= ROUNDS) {
            state.lose("a loop that goes on");
            machine.end(state, Ending.CUT, null, 0);
            return;
        }
        if (rounds.size() >= ROUNDS_IN_FULL) {
            // how often it goes round may depend on the counter: no circle is proven from here on
            state.lose("a loop that counts");
            widen(state, top, rounds.get(rounds.size() - 1).picture());
            picture = state.picture();
        }
        rounds.add(new State.Snapshot(picture, state.events.size()));
    }

    /** Counters that change with every round are anything from now on. */
    private static void widen(State state, Activation top, List<Object> before) {
        int start = 0;
        for (Activation activation : state.activations) {
            start++;
            if (activation == top) {
                break;
            }
            start += activation.contents().size();
        }
        for (int i = 0; i < top.values.getLocals() && start + i < before.size(); i++) {
            Operand now = top.values.getLocal(i);
            boolean counts = now instanceof Constant || now instanceof Sum || now instanceof Term;
            if (counts && !now.equals(before.get(start + i))) {
                top.values.setLocal(i, now.getSize() == 2 ? Unknown.TWO : Unknown.ONE);
            }
        }
    }

    static @Nullable Integer againstZero(int opcode) {
        return opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE ? opcode : null;
    }
}
