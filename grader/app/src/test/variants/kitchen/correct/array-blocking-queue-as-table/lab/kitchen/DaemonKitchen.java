package lab.kitchen;

import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The queue must hold at least one dish");
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        if (orders == null || eater == null) {
            throw new NullPointerException("orders and eater must not be null");
        }
        if (diners < 1) {
            throw new IllegalArgumentException("No diners");
        }
        List<CountDownLatch> latches = new LinkedList<>();
        Map<String, List<Task>> work = new LinkedHashMap<>();
        for (Order order : orders) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("Negative number of dishes");
            }
            CountDownLatch uneaten = new CountDownLatch(order.dishes());
            latches.add(uneaten);
            Task task = new Task(order.dishes(), new Dish(Objects.requireNonNull(order.food()), uneaten));
            work.computeIfAbsent(Objects.requireNonNull(order.chef()), c -> new LinkedList<>()).add(task);
        }
        BlockingQueue<Dish> queue = new ArrayBlockingQueue<>(capacity);
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        for (int i = 0; i < diners; i++) {
            Diner diner = new Diner(i + 1, queue, eater, counts);
            diner.start();
        }
        ThreadGroup chefs = new ThreadGroup("chefs");
        work.forEach((name, own) -> new Chef(chefs, name, queue, own).start());
        try {
            for (CountDownLatch uneaten : latches) {
                uneaten.await();
            }
        } catch (InterruptedException e) {
            chefs.interrupt();
            throw e;
        }
        return counts;
    }

    /** A dish on its way, and where to report that it is eaten. */
    private record Dish(String food, CountDownLatch uneaten) {}

    private record Task(int times, Dish dish) {}

    private static class Chef extends Thread {
        private final BlockingQueue<Dish> queue;
        private final List<Task> tasks;

        Chef(ThreadGroup group, String name, BlockingQueue<Dish> queue, List<Task> tasks) {
            super(group, name);
            this.queue = queue;
            this.tasks = tasks;
        }

        @Override
        public void run() {
            try {
                for (Task task : tasks) {
                    for (int i = 0; i < task.times(); i++) {
                        if (isInterrupted()) {
                            throw new InterruptedException();
                        }
                        queue.put(task.dish());
                    }
                }
            } catch (InterruptedException e) {
                // ends
            }
        }
    }

    private static class Diner extends Thread {
        private final BlockingQueue<Dish> queue;
        private final Eater eater;
        private final Map<String, Integer> counts;

        Diner(int number, BlockingQueue<Dish> queue, Eater eater, Map<String, Integer> counts) {
            super("diner-" + number);
            setDaemon(true);
            this.queue = queue;
            this.eater = eater;
            this.counts = counts;
        }

        @Override
        public void run() {
            while (true) {
                Dish dish = next();
                try {
                    eater.eat(getName(), dish.food());
                } catch (Throwable t) {
                    // ignored
                } finally {
                    counts.merge(dish.food(), 1, Integer::sum);
                    dish.uneaten().countDown();
                }
            }
        }

        private Dish next() {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    // try again
                }
            }
        }
    }
}
