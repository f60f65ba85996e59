package racecourse.checks.engine.locks.paths;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What is known of a number: between two bounds, and not one of a few. A reference is 0 when it is {@code null}.
 *
 * @param low lower bound
 * @param high upper bound
 * @param not excluded
 */
record Range(long low, long high, Set<Long> not) {
    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE, Set.of());

    /** Returns what is left if the comparison with the constant holds; {@code null} if it cannot. */
    @Nullable
    Range where(int comparison, long constant) {
        return switch (comparison) {
            case Opcodes.IFEQ -> cut(constant, constant, not);
            case Opcodes.IFNE -> {
                TreeSet<Long> more = new TreeSet<>(not);
                more.add(constant);
                yield cut(low, high, more);
            }
            case Opcodes.IFLT -> constant == Long.MIN_VALUE ? null : cut(low, constant - 1, not);
            case Opcodes.IFLE -> cut(low, constant, not);
            case Opcodes.IFGT -> constant == Long.MAX_VALUE ? null : cut(constant + 1, high, not);
            case Opcodes.IFGE -> cut(constant, high, not);
            default -> throw new IllegalArgumentException("no comparison: " + comparison);
        };
    }

    private @Nullable Range cut(long from, long to, Set<Long> without) {
        long newLow = Math.max(low, from);
        long newHigh = Math.min(high, to);
        while (newLow < newHigh && without.contains(newLow)) {
            newLow++;
        }
        while (newHigh > newLow && without.contains(newHigh)) {
            newHigh--;
        }
        if (newLow > newHigh || (newLow == newHigh && without.contains(newLow))) {
            return null;
        }
        return new Range(newLow, newHigh, Set.copyOf(without));
    }

    static int opposite(int comparison) {
        return switch (comparison) {
            case Opcodes.IFEQ -> Opcodes.IFNE;
            case Opcodes.IFNE -> Opcodes.IFEQ;
            case Opcodes.IFLT -> Opcodes.IFGE;
            case Opcodes.IFGE -> Opcodes.IFLT;
            case Opcodes.IFGT -> Opcodes.IFLE;
            case Opcodes.IFLE -> Opcodes.IFGT;
            default -> throw new IllegalArgumentException("no comparison: " + comparison);
        };
    }
}
