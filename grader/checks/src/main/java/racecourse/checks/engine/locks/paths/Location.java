package racecourse.checks.engine.locks.paths;

/**
 * A field of a certain object.
 *
 * @param base the object; {@link Operand.Statics} for a static field
 * @param field the field
 */
public record Location(Operand base, FieldName field) {
    /** Returns whether the object is known well enough to be recognised again. */
    public boolean isCertain() {
        return Operands.isStable(base);
    }
}
