package racecourse.checks.engine.locks.paths;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Operand.Argument;
import racecourse.checks.engine.locks.paths.Operand.Boxed;
import racecourse.checks.engine.locks.paths.Operand.Closure;

/** Calls that neither wait nor let anybody in: texts, boxes, collections; and atomic variables. */
final class PlainCalls implements Model {
    private static final String ATOMIC = "java/util/concurrent/atomic/Atomic";
    private static final Set<String> HOLDERS =
            Set.of(ATOMIC + "Integer", ATOMIC + "Long", ATOMIC + "Reference", ATOMIC + "Boolean");
    private static final Set<String> GETS = Set.of("get", "getPlain", "getAcquire", "getOpaque", "intValue");
    private static final Set<String> SETS = Set.of("set", "setPlain", "setRelease", "setOpaque", "lazySet");

    @Override
    public boolean handle(Call call) {
        if (call.is("java/util/Objects", "requireNonNull")) {
            nonNull(call);
            return true;
        }
        if (call.name.equals("valueOf") && isBox(call.owner) && isPrimitive(call)) {
            call.answers(new Boxed(Operands.unboxed(call.arguments.get(0))));
            return true;
        }
        if (isBox(call.owner) && call.name.endsWith("Value") && call.receiver != null) {
            call.answers(Operands.unboxed(call.receiver));
            return true;
        }
        if (HOLDERS.contains(call.owner) && holder(call)) {
            return true;
        }
        if (call.owner.startsWith("java/util/concurrent/atomic/")) {
            call.state.note(new Event.Changed(call.title(), call.on(), call.state.held(), call.at()));
            call.state.othersRun();
            if (call.arguments.stream().anyMatch(argument -> argument instanceof Closure)) {
                call.state.lose(call.title());
            }
            call.arguments.forEach(call.state::escape);
            call.answers();
            return true;
        }
        if (call.owner.equals("java/io/PrintStream")) {
            call.state.note(new Event.Ordered(call.title(), call.at()));
            call.answers();
            return true;
        }
        return plain(call);
    }

    private static void nonNull(Call call) {
        Operand value = call.arguments.get(0);
        State state = call.state;
        if (!Operands.isObject(value)) {
            Range isNull = state.range(value).where(Opcodes.IFEQ, 0);
            Range isNot = state.range(value).where(Opcodes.IFNE, 0);
            if (isNull != null && (isNot == null || value instanceof Argument)) {
                Call other = isNot == null ? call : call.split();
                other.raise("java/lang/NullPointerException", false);
            }
            if (isNot == null) {
                return;
            }
            if (Arithmetic.isKnown(value)) {
                state.facts.put(value, isNot);
            }
        }
        call.answers(value);
    }

    private static boolean isBox(String owner) {
        return owner.equals("java/lang/Integer") || owner.equals("java/lang/Long") || owner.equals("java/lang/Boolean");
    }

    private static boolean isPrimitive(Call call) {
        Type[] types = Type.getArgumentTypes(call.descriptor);
        return types.length == 1 && types[0].getSort() < Type.ARRAY && call.receiver == null;
    }

    private static boolean holder(Call call) {
        FieldName content = FieldName.hidden(call.owner, "value", true, false);
        Location location = new Location(call.on(), content);
        if (call.name.equals("<init>")) {
            call.answers();
            return true;
        }
        if (GETS.contains(call.name)) {
            int size = Type.getReturnType(call.descriptor).getSize();
            call.answers(Fields.share(call.state, location, size));
            return true;
        }
        if (SETS.contains(call.name)) {
            Fields.shareWrite(call.state, location, call.arguments.get(0));
            call.answers();
            return true;
        }
        return false;
    }

    private static boolean plain(Call call) {
        if (!Mechanisms.isPlain(call.owner, call.name, call.descriptor)) {
            return false;
        }
        List<Operand> all = call.all();
        if (all.stream().anyMatch(operand -> operand instanceof Closure)) {
            return false;
        }
        // "<init>" of an exception, an object or a collection only fills what was made
        if (!call.name.equals("<init>")) {
            call.arguments.forEach(call.state::escape);
        }
        call.answers();
        return true;
    }
}
