package racecourse.checks.engine.locks.paths;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.Fresh;
import racecourse.checks.engine.locks.paths.Operand.Seen;
import racecourse.checks.engine.locks.paths.Operand.Self;
import racecourse.checks.engine.locks.paths.Operand.Stable;
import racecourse.checks.engine.locks.paths.Operand.Statics;
import racecourse.checks.engine.locks.paths.Operand.Unknown;

/** Reads and writes of fields and array elements. */
final class Fields {
    private static final String ANY = "?";

    private final Machine machine;

    Fields(Machine machine) {
        this.machine = machine;
    }

    void access(State state, FieldInsnNode instruction) {
        Activation top = state.top();
        FieldName field = machine.submission.field(instruction);
        Type type = Type.getType(instruction.desc);
        switch (instruction.getOpcode()) {
            case Opcodes.GETSTATIC -> top.values.push(getStatic(state, instruction, field, type));
            case Opcodes.GETFIELD -> {
                Operand base = top.values.pop();
                top.values.push(get(state, new Location(base, field), type));
            }
            case Opcodes.PUTSTATIC -> {
                Operand value = top.values.pop();
                put(state, new Location(new Statics(), field), value);
            }
            default -> {
                Operand value = top.values.pop();
                Operand base = top.values.pop();
                put(state, new Location(base, field), value);
            }
        }
        top.pc++;
    }

    private Operand getStatic(State state, FieldInsnNode instruction, FieldName field, Type type) {
        Location location = new Location(new Statics(), field);
        if (machine.submission.type(instruction.owner) == null) {
            if (instruction.name.equals("CREATE_NEW")) {
                // a file that must not be there yet can stand for a lock
                state.doubt();
            }
            return new Stable(new Statics(), field);
        }
        if (instruction.name.equals("$assertionsDisabled")) {
            return Constant.of(1);
        }
        return get(state, location, type);
    }

    Operand get(State state, Location location, Type type) {
        Operand known = state.heap.get(location);
        if (known != null) {
            return known;
        }
        if (isConfined(state, location.base())) {
            return initial(type);
        }
        if (location.field().fixed()) {
            return type.getSize() == 2 ? Unknown.TWO : new Stable(location.base(), location.field());
        }
        return share(state, location, type.getSize());
    }

    /** A read of a field that other threads may write. */
    static Operand share(State state, Location location, int size) {
        Site site = state.top().site();
        Operand result = state.recent.get(location);
        if (result == null) {
            Seen seen = new Seen(site, location, size);
            state.comesAgain(site, seen);
            result = seen;
        }
        state.note(new Event.Read(location, result, state.held(), state.place()));
        return result;
    }

    private static Operand initial(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT, Type.ARRAY -> Constant.NULL;
            case Type.LONG -> new Constant(0L);
            case Type.DOUBLE -> new Constant(0.0);
            case Type.FLOAT -> new Constant(0.0f);
            default -> Constant.of(0);
        };
    }

    void put(State state, Location location, Operand value) {
        boolean initialises = location.base() instanceof Statics && machine.phase == Phase.CLASS;
        if (isConfined(state, location.base()) || initialises) {
            state.heap.put(location, value);
        } else {
            shareWrite(state, location, value);
        }
    }

    /** A write of a field that other threads may read. */
    static void shareWrite(State state, Location location, Operand value) {
        state.escape(value);
        if (location.base() instanceof Unknown) {
            state.recent.clear();
        } else {
            // two names may be one object
            state.recent
                    .keySet()
                    .removeIf(other -> other.field().equals(location.field())
                            && !Operands.areDistinct(other.base(), location.base()));
            state.recent.put(location, value);
        }
        state.note(new Event.Written(location, value, state.held(), state.place()));
    }

    boolean isConfined(State state, Operand base) {
        if (base instanceof Self) {
            return machine.phase == Phase.CONSTRUCTION;
        }
        return base instanceof Fresh fresh && fresh.phase() == machine.phase && !state.escaped.contains(base);
    }

    boolean element(State state, AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        Frame<Operand> values = state.top().values;
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
            Operand index = values.pop();
            Operand array = values.pop();
            values.push(load(state, array, name(index), opcode));
            return true;
        }
        if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            Operand value = values.pop();
            Operand index = values.pop();
            Operand array = values.pop();
            Location location = new Location(array, FieldName.element(name(index)));
            if (name(index).equals(ANY)) {
                state.heap.keySet().removeIf(other -> other.base().equals(array));
                state.recent.keySet().removeIf(other -> other.base().equals(array));
            }
            put(state, location, value);
            return true;
        }
        return false;
    }

    private Operand load(State state, Operand array, String index, int opcode) {
        int size = opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1;
        if (isConfined(state, array)) {
            Operand known = state.heap.get(new Location(array, FieldName.element(index)));
            boolean blurred = index.equals(ANY) || state.heap.containsKey(new Location(array, FieldName.element(ANY)));
            if (known != null && !blurred) {
                return known;
            }
            if (blurred || size == 2) {
                return size == 2 ? Unknown.TWO : Unknown.ONE;
            }
            return opcode == Opcodes.AALOAD ? Constant.NULL : Constant.of(0);
        }
        return share(state, new Location(array, FieldName.element(index)), size);
    }

    private static String name(Operand index) {
        int number = Operands.intOr(index, -1);
        return number < 0 ? ANY : Integer.toString(number);
    }
}
