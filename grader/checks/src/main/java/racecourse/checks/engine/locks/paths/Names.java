package racecourse.checks.engine.locks.paths;

import java.util.Map;
import org.objectweb.asm.Type;

/** What a reader would call a lock or a field. */
public final class Names {
    private final Map<Location, Operand> heap;

    /**
     * Takes the fields by which objects can be called.
     *
     * @param heap what is in them
     */
    public Names(Map<Location, Operand> heap) {
        this.heap = heap;
    }

    /**
     * Names a field.
     *
     * @param location the field
     * @return {@code number}, {@code MutexCounter.number} for a static one, {@code box[0]} for an element
     */
    public String of(Location location) {
        FieldName field = location.field();
        if (field.name().startsWith("[")) {
            return of(location.base()) + field.name();
        }
        if (field.owner().startsWith("java/")) {
            return of(location.base());
        }
        if (field.isStatic()) {
            return simple(field.owner()) + "." + field.name();
        }
        return location.base() instanceof Operand.Self ? field.name() : simple(field.owner()) + "." + field.name();
    }

    /**
     * Names an object.
     *
     * @param operand the object
     * @return the field that holds it, or what it is
     */
    public String of(Operand operand) {
        String best = null;
        for (Map.Entry<Location, Operand> entry : heap.entrySet()) {
            if (entry.getValue().equals(operand) && !(operand instanceof Operand.Constant)) {
                String name = of(entry.getKey());
                boolean better = best == null || name.length() < best.length();
                best = better ? name : best;
            }
        }
        return best == null ? plain(operand) : best;
    }

    private String plain(Operand operand) {
        if (operand instanceof Operand.Self) {
            return "this";
        } else if (operand instanceof Operand.Fresh fresh) {
            return "new " + simple(fresh.type()) + "()";
        } else if (operand instanceof Operand.Constant constant) {
            return constant.content() instanceof Type type
                    ? simple(type.getInternalName()) + ".class"
                    : "\"" + constant.content() + "\"";
        } else if (operand instanceof Operand.Argument argument) {
            return "argument " + (argument.index() + 1) + " ("
                    + simple(Type.getType(argument.descriptor()).getClassName()) + ")";
        } else if (operand instanceof Operand.Seen seen) {
            return of(seen.location());
        } else if (operand instanceof Operand.Stable stable) {
            return of(new Location(stable.base(), stable.field()));
        } else if (operand instanceof Operand.View view) {
            return of(view.of());
        } else if (operand instanceof Operand.CurrentThread) {
            return "Thread.currentThread()";
        } else if (operand instanceof Operand.Boxed) {
            return "a boxed number";
        } else if (operand instanceof Operand.Answer answer) {
            return "what " + answer.what() + " returned";
        } else if (operand instanceof Operand.Sum sum) {
            return of(sum.of());
        }
        return "?";
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1)
                .replace('$', '.');
    }
}
