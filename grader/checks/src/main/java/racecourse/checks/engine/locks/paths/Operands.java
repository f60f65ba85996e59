package racecourse.checks.engine.locks.paths;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Operand.Answer;
import racecourse.checks.engine.locks.paths.Operand.Argument;
import racecourse.checks.engine.locks.paths.Operand.Boxed;
import racecourse.checks.engine.locks.paths.Operand.Closure;
import racecourse.checks.engine.locks.paths.Operand.Constant;
import racecourse.checks.engine.locks.paths.Operand.CurrentThread;
import racecourse.checks.engine.locks.paths.Operand.Fresh;
import racecourse.checks.engine.locks.paths.Operand.Seen;
import racecourse.checks.engine.locks.paths.Operand.Self;
import racecourse.checks.engine.locks.paths.Operand.Stable;
import racecourse.checks.engine.locks.paths.Operand.Stamp;
import racecourse.checks.engine.locks.paths.Operand.Statics;
import racecourse.checks.engine.locks.paths.Operand.Sum;
import racecourse.checks.engine.locks.paths.Operand.Term;
import racecourse.checks.engine.locks.paths.Operand.Thrown;
import racecourse.checks.engine.locks.paths.Operand.View;

/** Questions about operands. */
public final class Operands {
    private Operands() {}

    static int size(String descriptor) {
        return Type.getType(descriptor).getSize();
    }

    /** Returns whether this is one object for as long as the looked-at object lives. */
    public static boolean isStable(Operand operand) {
        if (operand instanceof Fresh fresh) {
            return !fresh.many();
        }
        if (operand instanceof Stable stable) {
            return isStable(stable.base());
        }
        if (operand instanceof View view) {
            return isStable(view.of());
        }
        return operand instanceof Self
                || operand instanceof Statics
                || operand instanceof Argument
                || operand instanceof Constant
                || operand instanceof CurrentThread;
    }

    /** Returns whether these are two objects, whatever happens. */
    public static boolean areDistinct(Operand one, Operand other) {
        return (!one.equals(other) && isIdentity(one) && isIdentity(other))
                || (one instanceof Argument && isOwn(other))
                || (other instanceof Argument && isOwn(one));
    }

    private static boolean isIdentity(Operand operand) {
        return isOwn(operand) || operand instanceof Constant || operand instanceof CurrentThread;
    }

    private static boolean isOwn(Operand operand) {
        return operand instanceof Fresh || operand instanceof Self || operand instanceof Closure;
    }

    /** Returns the constant int, or the other number if it is not one. */
    static int intOr(Operand operand, int otherwise) {
        return operand instanceof Constant constant && constant.content() instanceof Integer number
                ? number
                : otherwise;
    }

    static Operand unboxed(Operand operand) {
        return operand instanceof Boxed boxed ? boxed.content() : operand;
    }

    /**
     * Returns whether one value was computed from another.
     *
     * @param whole the value
     * @param part what it may come from
     * @param heap what is in the fields of objects that the value may lead to
     * @return true if the part is in it
     */
    public static boolean mentions(Operand whole, Operand part, Map<Location, Operand> heap) {
        return mentions(whole, part, heap, 0);
    }

    private static boolean mentions(Operand whole, Operand part, Map<Location, Operand> heap, int depth) {
        if (whole.equals(part)) {
            return true;
        }
        if (depth > 6) {
            return false;
        }
        for (Operand inner : parts(whole)) {
            if (mentions(inner, part, heap, depth + 1)) {
                return true;
            }
        }
        if (whole instanceof Fresh) {
            for (Map.Entry<Location, Operand> entry : heap.entrySet()) {
                if (entry.getKey().base().equals(whole) && mentions(entry.getValue(), part, heap, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Operand> parts(Operand operand) {
        if (operand instanceof Sum sum) {
            return List.of(sum.of());
        } else if (operand instanceof Term term) {
            return term.parts();
        } else if (operand instanceof Boxed boxed) {
            return List.of(boxed.content());
        } else if (operand instanceof View view) {
            return List.of(view.of());
        } else if (operand instanceof Closure closure) {
            return closure.captured();
        } else if (operand instanceof Stable stable) {
            return List.of(stable.base());
        } else if (operand instanceof Stamp stamp) {
            return List.of(stamp.lock());
        } else if (operand instanceof Seen seen) {
            return List.of(seen.location().base());
        }
        return List.of();
    }

    /** Returns whether the value cannot be {@code null}. */
    static boolean isObject(Operand operand) {
        return operand instanceof Fresh
                || operand instanceof Self
                || operand instanceof Closure
                || operand instanceof Boxed
                || operand instanceof View
                || operand instanceof Thrown
                || operand instanceof CurrentThread
                || isGiven(operand)
                || (operand instanceof Constant constant && constant.content() != null);
    }

    /** A constructor refuses null: the contract says so, and a check of its own sees to it. */
    private static boolean isGiven(Operand operand) {
        return operand instanceof Argument argument
                && argument.phase() == Phase.CONSTRUCTION
                && Type.getType(argument.descriptor()).getSort() >= Type.ARRAY;
    }

    /** Returns whether every outcome of a test against a constant is possible on its own. */
    static boolean isFree(Operand operand) {
        return operand instanceof Argument || (operand instanceof Answer answer && answer.free());
    }
}
