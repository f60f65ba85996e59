package lab.kitchen;

import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;
import racecourse.contract.queue.MessageQueue;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be one or more");
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(eater);
        List<Order> all = List.copyOf(orders);
        if (diners < 1 || all.stream().anyMatch(order -> order.dishes() < 0)) {
            throw new IllegalArgumentException("too few diners or dishes");
        }
        all.forEach(order -> Objects.requireNonNull(order.food()));
        Collection<List<Order>> ofChefs = all.stream().collect(Collectors.groupingBy(Order::chef)).values();
        return new Evening(capacity, eater).run(ofChefs, all, diners);
    }

    /** One serving. */
    private static final class Evening {
        private final MessageQueue<String> queue;
        private final Eater eater;
        private final Map<String, Integer> eaten = new Hashtable<>();
        private final Semaphore plates = new Semaphore(0);
        private final ThreadLocal<String> me = ThreadLocal.withInitial(() -> Thread.currentThread().getName());
        private volatile boolean over;

        Evening(int capacity, Eater eater) {
            this.queue = new CountingJoinableQueue<>(capacity);
            this.eater = eater;
        }

        Map<String, Integer> run(Collection<List<Order>> ofChefs, List<Order> all, int diners) throws InterruptedException {
            for (int i = 1; i <= diners; i++) {
                start(this::dine, "diner-" + i);
            }
            Thread[] chefs = ofChefs.stream().map(own -> start(() -> cook(own), "chef")).toArray(Thread[]::new);
            try {
                for (Order order : all) {
                    plates.acquire(order.dishes());
                }
            } finally {
                over = true;
                for (Thread chef : chefs) {
                    chef.interrupt();
                }
            }
            return eaten;
        }

        private static Thread start(Runnable body, String name) {
            Thread thread = new Thread(body, name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private void cook(List<Order> orders) {
            try {
                for (Order order : orders) {
                    for (int i = 0; i < order.dishes() && !over; i++) {
                        queue.put(order.food());
                    }
                }
            } catch (InterruptedException e) {
                // over
            }
        }

        private void dine() {
            while (true) {
                try {
                    eatNext();
                } catch (InterruptedException e) {
                    // never mind
                }
            }
        }

        private void eatNext() throws InterruptedException {
            String food = queue.get();
            try {
                eater.eat(me.get(), food);
            } catch (Throwable t) {
                Thread.interrupted();
            } finally {
                eaten.merge(food, 1, Integer::sum);
                plates.release();
            }
        }
    }
}
