package racecourse.contract.kitchen;

/** What a diner does with a dish. */
@FunctionalInterface
public interface Eater {
    /**
     * Eats a dish. It may throw anything, and may leave the interrupt flag of its thread set.
     *
     * @param diner the name of the diner, which is the name of the calling thread
     * @param food what is eaten
     */
    void eat(String diner, String food);
}
