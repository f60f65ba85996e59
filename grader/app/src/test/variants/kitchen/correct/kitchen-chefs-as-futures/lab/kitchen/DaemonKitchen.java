package lab.kitchen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(orders);
        Objects.requireNonNull(eater);
        if (diners < 1) {
            throw new IllegalArgumentException(diners + " diners");
        }
        Map<String, Runnable> recipes = new LinkedHashMap<>();
        JoinableQueue<String> counter = new CountingJoinableQueue<>(capacity);
        for (Order order : orders) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException(order.toString());
            }
            Objects.requireNonNull(order.food());
            Runnable next = () -> cook(order, counter);
            recipes.merge(Objects.requireNonNull(order.chef()), next, DaemonKitchen::inTurn);
        }

        Map<String, Integer> eaten = new HashMap<>();
        Lock ledger = new ReentrantLock();
        for (int i = 1; i <= diners; i++) {
            String name = "diner-" + i;
            Thread diner = new Thread(null, () -> {
                while (true) {
                    String food = takeFrom(counter);
                    try {
                        eater.eat(name, food);
                    } catch (Throwable t) {
                        // swallowed, like the dish
                    } finally {
                        ledger.lock();
                        try {
                            eaten.merge(food, 1, Integer::sum);
                        } finally {
                            ledger.unlock();
                        }
                        counter.taskDone();
                    }
                }
            }, name);
            diner.setDaemon(true);
            diner.start();
        }

        CountDownLatch cooked = new CountDownLatch(recipes.size());
        Map<String, FutureTask<Void>> chefs = new HashMap<>();
        recipes.forEach((name, recipe) -> {
            FutureTask<Void> chef = new FutureTask<>(
                    () -> {
                        try {
                            recipe.run();
                        } finally {
                            cooked.countDown();
                        }
                    },
                    null);
            chefs.put(name, chef);
            new Thread(chef, "chef-" + name).start();
        });
        boolean complete = false;
        try {
            cooked.await();
            counter.join();
            complete = true;
        } finally {
            if (!complete) {
                chefs.values().forEach(chef -> chef.cancel(true));
            }
        }
        return eaten;
    }

    private static Runnable inTurn(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }

    private static void cook(Order order, JoinableQueue<String> counter) {
        for (int i = 0; i < order.dishes() && !Thread.currentThread().isInterrupted(); i++) {
            try {
                counter.put(order.food());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String takeFrom(JoinableQueue<String> counter) {
        while (true) {
            try {
                return counter.get();
            } catch (InterruptedException e) {
                // an eater's doing: once more
            }
        }
    }
}
