package lab.kitchen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.capacity = capacity;
    }

    private final AtomicInteger number = new AtomicInteger();

    private ThreadFactory daemons(String prefix) {
        return task -> {
            Thread t = new Thread(task, prefix + number.incrementAndGet());
            t.setDaemon(true);
            return t;
        };
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        if (eater == null) {
            throw new NullPointerException("eater");
        }
        if (diners < 1) {
            throw new IllegalArgumentException("diners");
        }
        long total = 0;
        Map<String, List<Order>> chefs = new LinkedHashMap<>();
        for (Order order : orders) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("dishes");
            }
            total += order.dishes();
            chefs.computeIfAbsent(order.chef(), c -> new ArrayList<>(2)).add(order);
        }
        if (chefs.isEmpty()) {
            return Map.of();
        }
        AtomicLong left = new AtomicLong(total);
        CountDownLatch allEaten = new CountDownLatch(1);
        if (total == 0) {
            allEaten.countDown();
        }
        ConcurrentHashMap<String, AtomicInteger> eaten = new ConcurrentHashMap<>();
        CountingJoinableQueue<String> queue = new CountingJoinableQueue<>(capacity);

        ExecutorService dining = Executors.newFixedThreadPool(diners, daemons("diner-"));
        ExecutorService cooking = Executors.newFixedThreadPool(chefs.size());
        try {
            for (List<Order> list : chefs.values()) {
                cooking.execute(() -> {
                    try {
                        for (Order order : list) {
                            for (int i = 0; i < order.dishes(); i++) {
                                queue.put(order.food());
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            for (int i = 0; i < diners; i++) {
                dining.execute(() -> {
                    while (left.get() > 0) {
                        String food;
                        try {
                            food = queue.get();
                        } catch (InterruptedException e) {
                            continue;
                        }
                        try {
                            eater.eat(Thread.currentThread().getName(), food);
                        } catch (Throwable t) {
                            // eaten all the same
                        } finally {
                            eaten.computeIfAbsent(food, f -> new AtomicInteger()).incrementAndGet();
                            queue.taskDone();
                            if (left.decrementAndGet() == 0) {
                                allEaten.countDown();
                            }
                        }
                    }
                });
            }
            allEaten.await();
        } finally {
            cooking.shutdownNow();
            if (left.get() == 0) {
                dining.shutdownNow();
            }
        }
        Map<String, Integer> result = new LinkedHashMap<>();
        eaten.forEach((food, n) -> result.put(food, n.get()));
        return result;
    }
}

