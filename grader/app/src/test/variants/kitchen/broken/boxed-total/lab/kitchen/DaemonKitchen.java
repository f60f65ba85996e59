package lab.kitchen;

import java.util.*;
import racecourse.contract.kitchen.*;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) throw new IllegalArgumentException();
        this.capacity = capacity;
    }

    private static class Progress {
        private final Map<String, Integer> eaten = new HashMap<>();
        private final Integer expected;
        private Integer sofar = 0;

        Progress(Integer expected) { this.expected = expected; }

        synchronized void ate(String food) {
            eaten.merge(food, 1, Integer::sum);
            sofar++;
            notifyAll();
        }

        synchronized Map<String, Integer> await() throws InterruptedException {
            while (sofar != expected) wait();
            return new HashMap<>(eaten);
        }
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(eater);
        if (diners < 1) throw new IllegalArgumentException();
        int total = 0;
        Map<String, List<Order>> chefs = new TreeMap<>();
        for (Order o : orders) {
            if (o.dishes() < 0) throw new IllegalArgumentException();
            total += o.dishes();
            chefs.computeIfAbsent(o.chef(), c -> new ArrayList<>()).add(o);
        }
        Progress progress = new Progress(total);
        CountingJoinableQueue<String> queue = new CountingJoinableQueue<>(capacity);
        for (int i = 1; i <= diners; i++) {
            String name = "diner-" + i;
            Thread t = new Thread(() -> {
                while (true) {
                    String food;
                    try {
                        food = queue.get();
                    } catch (InterruptedException e) {
                        continue;
                    }
                    try {
                        eater.eat(name, food);
                    } catch (Throwable ignored) {
                    }
                    queue.taskDone();
                    progress.ate(food);
                }
            }, name);
            t.setDaemon(true);
            t.start();
        }
        List<Thread> cooks = new ArrayList<>();
        for (List<Order> mine : chefs.values()) {
            Thread t = new Thread(() -> {
                try {
                    for (Order o : mine) for (int i = 0; i < o.dishes(); i++) queue.put(o.food());
                } catch (InterruptedException e) {
                    // end
                }
            });
            cooks.add(t);
            t.start();
        }
        try {
            return progress.await();
        } finally {
            for (Thread t : cooks) t.interrupt();
        }
    }
}
