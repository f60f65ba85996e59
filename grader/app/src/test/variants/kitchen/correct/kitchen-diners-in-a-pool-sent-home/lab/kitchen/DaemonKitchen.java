package lab.kitchen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("No table has room for " + capacity + " dishes");
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(eater);
        Order[] all = orders.toArray(new Order[0]);
        if (diners < 1 || Arrays.stream(all).mapToInt(Order::dishes).anyMatch(dishes -> dishes < 0)) {
            throw new IllegalArgumentException();
        }
        JoinableQueue<String> queue = new CountingJoinableQueue<>(capacity);
        Map<String, Thread> chefs = new LinkedHashMap<>();
        for (Order order : all) {
            Objects.requireNonNull(order.food());
            chefs.computeIfAbsent(
                    Objects.requireNonNull(order.chef()),
                    name -> new Thread(() -> {
                        try {
                            cook(name, all, queue);
                        } catch (InterruptedException e) {
                            // no more cooking
                        }
                    }));
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService room = Executors.newFixedThreadPool(diners, seat -> {
            Thread diner = new Thread(seat, "diner-" + number.incrementAndGet());
            diner.setDaemon(true);
            return diner;
        });
        List<Diner> guests = new ArrayList<>();
        for (int i = 0; i < diners; i++) {
            Diner guest = new Diner(queue, eater);
            guests.add(guest);
            room.execute(guest);
        }
        try {
            chefs.values().forEach(Thread::start);
            for (Thread chef : chefs.values()) {
                while (chef.isAlive()) {
                    chef.join(1000);
                }
            }
            queue.join();
        } catch (InterruptedException e) {
            chefs.values().forEach(Thread::interrupt);
            throw e;
        }
        Map<String, Integer> sum = new HashMap<>();
        for (Diner guest : guests) {
            guest.goHome();
            guest.eaten.forEach((food, times) -> sum.merge(food, times, Integer::sum));
        }
        room.shutdownNow(); // wakes those that wait for another dish
        return sum;
    }

    private static void cook(String name, Order[] orders, JoinableQueue<String> queue) throws InterruptedException {
        for (Order order : orders) {
            for (int i = 0; name.equals(order.chef()) && i < order.dishes(); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                queue.put(order.food());
            }
        }
    }

    /** Counts what it has eaten on its own; taskDone and join hand that over. */
    private static final class Diner implements Runnable {
        private final JoinableQueue<String> queue;
        private final Eater eater;
        private final Map<String, Integer> eaten = new HashMap<>();
        private volatile boolean home;

        Diner(JoinableQueue<String> queue, Eater eater) {
            this.queue = queue;
            this.eater = eater;
        }

        void goHome() {
            home = true;
        }

        @Override
        public void run() {
            String name = Thread.currentThread().getName();
            while (!home) {
                String food;
                try {
                    food = queue.get();
                } catch (InterruptedException e) {
                    continue;
                }
                eaten.merge(food, 1, Integer::sum);
                try {
                    eater.eat(name, food);
                } catch (Throwable t) {
                    // eaten all the same
                }
                queue.taskDone();
            }
        }
    }
}
