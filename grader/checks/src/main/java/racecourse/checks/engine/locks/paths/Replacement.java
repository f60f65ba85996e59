package racecourse.checks.engine.locks.paths;

/** Forgets a value wherever it is part of another one: a loop has come round and made it anew. */
final class Replacement {
    private Replacement() {}

    static Operand in(Operand whole, Operand old, Operand by) {
        if (whole.equals(old)) {
            return by;
        }
        for (Operand part : Operands.parts(whole)) {
            if (!in(part, old, by).equals(part)) {
                return whole.getSize() == 2 ? Operand.Unknown.TWO : Operand.Unknown.ONE;
            }
        }
        return whole;
    }
}
