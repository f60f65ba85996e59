package racecourse.contract.kitchen;

import java.util.List;
import java.util.Map;

/**
 * Chefs that cook and diners that eat, with a queue between them.
 *
 * <p>Implement it as {@code lab.kitchen.DaemonKitchen} with the public constructor {@code DaemonKitchen(int capacity)},
 * the capacity of the queue; below one it is an {@link IllegalArgumentException}. Nothing is printed.
 */
public interface Kitchen {
    /**
     * Has all orders cooked and eaten.
     *
     * <p><b>Threads:</b> one thread for each distinct chef, all of them at once, cooks that chef's orders in the order of
     * the list, dish by dish. As many daemon threads as there are diners, named {@code diner-1}, {@code diner-2} …, eat,
     * and each tells the eater its own name. Every serving is independent of others; two may run at once on one kitchen.
     * Whether it returns or throws, diners may stay waiting: they are daemons.
     *
     * <p><b>Memory:</b> what an eater does happens-before the return.
     *
     * <p><b>Blocking:</b> returns once every dish has been eaten, not before.
     *
     * <p><b>Interruption:</b> interrupted, it throws at once, and its chefs have ended within two seconds.
     *
     * <p><b>Errors:</b> {@link IllegalArgumentException} for negative dishes or fewer than one diner, and
     * {@link NullPointerException} for {@code null}, an order among the orders included, before any thread starts.
     * Whatever an eater throws, any {@link Throwable}, and whatever it does to the interrupt flag of the diner: the dish
     * counts as eaten and the diner goes on.
     *
     * <p><b>Source:</b> the notes' producers and consumers, and daemon threads.
     *
     * @param orders what is cooked
     * @param diners how many eat, at least one
     * @param eater what they do with a dish
     * @return how often each food was eaten; a food of no dishes is not in it
     * @throws InterruptedException if the calling thread is interrupted
     */
    Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException;
}
