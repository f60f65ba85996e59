package lab.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Every diner takes a ticket for a dish before it waits for one, and goes home when there is none left. */
public final class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.capacity = capacity;
    }

    private static final class Chef extends Thread {
        private final List<Order> orders = new ArrayList<>();
        private final CountingJoinableQueue<String> queue;

        Chef(String name, CountingJoinableQueue<String> queue) {
            super("chef " + name);
            setDaemon(true);
            this.queue = queue;
        }

        @Override
        public void run() {
            try {
                for (Order order : orders) {
                    int n = order.dishes();
                    while (n-- > 0) {
                        queue.put(order.food());
                    }
                }
            } catch (InterruptedException e) {
                // called off
            }
        }
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        java.util.Objects.requireNonNull(orders);
        java.util.Objects.requireNonNull(eater);
        if (diners < 1 || orders.stream().anyMatch(order -> order.dishes() < 0)) {
            throw new IllegalArgumentException();
        }
        CountingJoinableQueue<String> queue = new CountingJoinableQueue<>(capacity);
        Map<String, Chef> chefs = new TreeMap<>();
        int all = 0;
        for (Order order : orders) {
            chefs.computeIfAbsent(order.chef(), name -> new Chef(name, queue)).orders.add(order);
            all += order.dishes();
        }
        AtomicInteger tickets = new AtomicInteger(all);
        List<Map<String, Integer>> eaten = new ArrayList<>();
        List<Thread> guests = new ArrayList<>();
        for (int n = 1; n <= diners; n++) {
            Map<String, Integer> own = new TreeMap<>();
            eaten.add(own);
            Thread guest = new Thread(() -> eat(queue, tickets, own, eater), "diner-" + n);
            guest.setDaemon(true);
            guests.add(guest);
        }
        try {
            chefs.values().forEach(Thread::start);
            guests.forEach(Thread::start);
            for (Thread guest : guests) {
                guest.join();
            }
        } finally {
            chefs.values().forEach(Thread::interrupt);
        }
        Map<String, Integer> sum = new TreeMap<>();
        eaten.forEach(own -> own.forEach((food, times) -> sum.merge(food, times, Integer::sum)));
        return sum;
    }

    private static void eat(
            CountingJoinableQueue<String> queue, AtomicInteger tickets, Map<String, Integer> own, Eater eater) {
        while (tickets.getAndDecrement() > 0) {
            String food = null;
            while (food == null) {
                try {
                    food = queue.get();
                } catch (InterruptedException e) {
                    food = null;
                }
            }
            try {
                eater.eat(Thread.currentThread().getName(), food);
            } catch (Throwable e) {
                Thread.interrupted();
            } finally {
                Thread.interrupted();
                own.merge(food, 1, Integer::sum);
                queue.taskDone();
            }
        }
    }
}
