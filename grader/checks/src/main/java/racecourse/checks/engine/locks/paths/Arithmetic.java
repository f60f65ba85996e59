package racecourse.checks.engine.locks.paths;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Sum;
import racecourse.checks.engine.locks.paths.Operand.Term;
import racecourse.checks.engine.locks.paths.Operand.Unknown;

/** What instructions without any side effect compute. */
final class Arithmetic extends Interpreter<Operand> {
    private static final int DEEPEST = 6;

    Arithmetic() {
        super(Opcodes.ASM9);
    }

    @Override
    public Operand newValue(@Nullable Type type) {
        return type != null && type.getSize() == 2 ? Unknown.TWO : Unknown.ONE;
    }

    @Override
    public Operand newOperation(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return Constant.of(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> Constant.NULL;
            case Opcodes.LCONST_0 -> new Constant(0L);
            case Opcodes.LCONST_1 -> new Constant(1L);
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> new Constant((float) opcode);
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> new Constant((double) opcode);
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> Constant.of(((IntInsnNode) instruction).operand);
            case Opcodes.LDC -> {
                Object content = ((LdcInsnNode) instruction).cst;
                yield content instanceof Handle ? Unknown.ONE : new Constant(content);
            }
            default -> Unknown.ONE;
        };
    }

    @Override
    public Operand copyOperation(AbstractInsnNode instruction, Operand value) {
        return value;
    }

    @Override
    public Operand unaryOperation(AbstractInsnNode instruction, Operand value) {
        Operand plain = Operands.unboxed(value);
        return switch (instruction.getOpcode()) {
            case Opcodes.IINC -> plus(plain, ((IincInsnNode) instruction).incr);
            case Opcodes.CHECKCAST -> value;
            case Opcodes.INEG, Opcodes.LNEG -> {
                Long number = plain instanceof Constant constant ? State.number(constant.content()) : null;
                yield number == null ? term(instruction.getOpcode(), plain) : like(plain, -number);
            }
            case Opcodes.I2L ->
                plain instanceof Constant constant && constant.content() instanceof Integer number
                        ? new Constant((long) number)
                        : term(instruction.getOpcode(), plain);
            case Opcodes.L2I ->
                plain instanceof Constant constant && constant.content() instanceof Long number
                        ? new Constant((int) (long) number)
                        : term(instruction.getOpcode(), plain);
            default -> term(instruction.getOpcode(), plain);
        };
    }

    @Override
    public Operand binaryOperation(AbstractInsnNode instruction, Operand left, Operand right) {
        int opcode = instruction.getOpcode();
        Operand one = Operands.unboxed(left);
        Operand two = Operands.unboxed(right);
        Long first = one instanceof Constant constant ? State.number(constant.content()) : null;
        Long second = two instanceof Constant constant ? State.number(constant.content()) : null;
        if (first != null && second != null) {
            Long result = compute(opcode, first, second);
            if (result != null) {
                return opcode == Opcodes.LCMP ? Constant.of((int) (long) result) : like(one, result);
            }
        }
        boolean adds = opcode == Opcodes.IADD || opcode == Opcodes.LADD;
        if (second != null && (adds || opcode == Opcodes.ISUB || opcode == Opcodes.LSUB)) {
            return plus(one, adds ? second : -second);
        }
        if (first != null && adds) {
            return plus(two, first);
        }
        if (opcode == Opcodes.IOR && second != null && second == 0) {
            return one;
        }
        if (opcode == Opcodes.IOR && first != null && first == 0) {
            return two;
        }
        return term(opcode, one, two);
    }

    private static @Nullable Long compute(int opcode, long one, long two) {
        return switch (opcode) {
            case Opcodes.IADD, Opcodes.LADD -> one + two;
            case Opcodes.ISUB, Opcodes.LSUB -> one - two;
            case Opcodes.IMUL, Opcodes.LMUL -> one * two;
            case Opcodes.IAND, Opcodes.LAND -> one & two;
            case Opcodes.IOR, Opcodes.LOR -> one | two;
            case Opcodes.IXOR, Opcodes.LXOR -> one ^ two;
            case Opcodes.LCMP -> (long) Long.compare(one, two);
            default -> null;
        };
    }

    private static Operand like(Operand model, long number) {
        return model.getSize() == 2 ? new Constant(number) : Constant.of((int) number);
    }

    static Operand plus(Operand value, long add) {
        if (value instanceof Constant constant) {
            Long number = State.number(constant.content());
            return number == null ? Unknown.ONE : like(value, number + add);
        }
        if (value instanceof Sum sum) {
            return sum.add() + add == 0 ? sum.of() : new Sum(sum.of(), sum.add() + add);
        }
        return value instanceof Unknown || add == 0 ? value : new Sum(value, add);
    }

    static Operand term(int opcode, Operand... parts) {
        for (Operand part : parts) {
            if (!isKnown(part) || depth(part) > DEEPEST) {
                return size(opcode) == 2 ? Unknown.TWO : Unknown.ONE;
            }
        }
        return new Term(opcode, List.of(parts), size(opcode));
    }

    private static int depth(Operand operand) {
        int deepest = 0;
        for (Operand part : Operands.parts(operand)) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    /** Returns whether equal operands of this kind are equal values. */
    static boolean isKnown(Operand operand) {
        return !(operand instanceof Unknown) && Operands.parts(operand).stream().allMatch(Arithmetic::isKnown);
    }

    private static int size(int opcode) {
        return switch (opcode) {
            case Opcodes.LADD,
                    Opcodes.LSUB,
                    Opcodes.LMUL,
                    Opcodes.LDIV,
                    Opcodes.LREM,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LNEG,
                    Opcodes.DADD,
                    Opcodes.DSUB,
                    Opcodes.DMUL,
                    Opcodes.DDIV,
                    Opcodes.DREM,
                    Opcodes.DNEG,
                    Opcodes.I2L,
                    Opcodes.I2D,
                    Opcodes.F2L,
                    Opcodes.F2D,
                    Opcodes.L2D,
                    Opcodes.D2L -> 2;
            default -> 1;
        };
    }

    @Override
    public Operand ternaryOperation(AbstractInsnNode instruction, Operand one, Operand two, Operand three) {
        return Unknown.ONE;
    }

    @Override
    public Operand naryOperation(AbstractInsnNode instruction, List<? extends Operand> values) {
        return Unknown.ONE;
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, Operand value, Operand expected) {}

    @Override
    public Operand merge(Operand one, Operand other) {
        return one.equals(other) ? one : newValue(null);
    }
}
