package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.List;
import racecourse.contract.kitchen.Eater;

/** Where the diners of one serving sit: notes every dish that is begun and every one that is finished. */
final class Table implements Eater {
    private final Manners manners;
    private final List<Dish> begun = new ArrayList<>();
    private final List<Dish> finished = new ArrayList<>();

    Table(Manners manners) {
        this.manners = manners;
    }

    /** What is done with a dish. */
    @FunctionalInterface
    interface Manners {
        /** Everybody eats at once. */
        Manners HASTY = dish -> {};

        void eat(Dish dish) throws Throwable;
    }

    /**
     * A dish on the table.
     *
     * @param number 0 for the first that was begun
     * @param diner the name that the eater was told
     * @param food what it is
     * @param thread who eats
     * @param threadName how that thread is called
     * @param daemon whether it is a daemon
     * @param stack where it comes from
     */
    record Dish(
            int number,
            String diner,
            String food,
            Thread thread,
            String threadName,
            boolean daemon,
            List<StackTraceElement> stack) {}

    @Override
    public void eat(String diner, String food) {
        Thread thread = Thread.currentThread();
        Dish dish;
        synchronized (begun) {
            dish = new Dish(
                    begun.size(),
                    String.valueOf(diner),
                    String.valueOf(food),
                    thread,
                    thread.getName(),
                    thread.isDaemon(),
                    List.of(thread.getStackTrace()));
            begun.add(dish);
        }
        try {
            manners.eat(dish);
        } catch (Throwable e) {
            throw Table.<RuntimeException>unchecked(e);
        } finally {
            synchronized (begun) {
                finished.add(dish);
            }
        }
    }

    /** Throws anything where nothing is declared. */
    @SuppressWarnings("unchecked") // the cast is erased: that is the trick
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Returns the dishes begun so far, in order. */
    List<Dish> begun() {
        synchronized (begun) {
            return List.copyOf(begun);
        }
    }

    /** Returns the dishes finished so far, in order. */
    List<Dish> finished() {
        synchronized (begun) {
            return List.copyOf(finished);
        }
    }
}
