package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public final class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("no room in the hatch: " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        if (orders == null || eater == null) {
            throw new NullPointerException("orders or eater");
        }
        if (diners <= 0) {
            throw new IllegalArgumentException("nobody eats");
        }
        return new Meal(validated(orders), diners, eater).run();
    }

    private static Order[] validated(List<Order> orders) {
        Order[] copy = orders.toArray(new Order[0]);
        for (Order o : copy) {
            if (o.chef() == null || o.food() == null) {
                throw new NullPointerException("chef or food");
            }
            if (o.dishes() < 0) {
                throw new IllegalArgumentException("negative: " + o);
            }
        }
        return copy;
    }

    /** One serve. */
    private final class Meal {
        private final CountingJoinableQueue<String> hatch = new CountingJoinableQueue<>(capacity);
        private final Map<String, Integer> eaten = new HashMap<>(); // guarded by itself
        private final Order[] orders;
        private final int diners;
        private final Eater eater;
        private volatile boolean closed;

        Meal(Order[] orders, int diners, Eater eater) {
            this.orders = orders;
            this.diners = diners;
            this.eater = eater;
        }

        Map<String, Integer> run() throws InterruptedException {
            Map<String, Thread> chefs = new TreeMap<>();
            for (Order o : orders) {
                chefs.computeIfAbsent(o.chef(), name -> new Thread(() -> cook(name), "chef " + name));
            }
            List<Thread> guests = new ArrayList<>();
            for (int i = 1; i <= diners; i++) {
                String name = "diner-" + i;
                Thread guest = new Thread(() -> dine(name), name);
                guest.setDaemon(true);
                guest.start();
                guests.add(guest);
            }
            boolean good = false;
            try {
                for (Thread chef : chefs.values()) {
                    chef.start();
                }
                for (Thread chef : chefs.values()) {
                    chef.join();
                }
                hatch.join();
                good = true;
            } finally {
                if (!good) {
                    chefs.values().forEach(Thread::interrupt);
                }
            }
            closed = true;
            guests.forEach(Thread::interrupt); // none of them is eating
            synchronized (eaten) {
                return new HashMap<>(eaten);
            }
        }

        private void cook(String chef) {
            for (Order o : orders) {
                if (o.chef().equals(chef)) {
                    int left = o.dishes();
                    while (left-- > 0) {
                        try {
                            hatch.put(o.food());
                        } catch (InterruptedException e) {
                            break; // the kitchen is closed
                        }
                    }
                }
            }
        }

        private void dine(String me) {
            while (!closed) {
                String food;
                try {
                    food = hatch.get();
                } catch (InterruptedException e) {
                    continue; // asks whether it is closed
                }
                try {
                    eater.eat(me, food);
                } catch (Throwable anything) {
                    // swallowed with the dish
                }
                Thread.interrupted();
                synchronized (eaten) {
                    eaten.put(food, eaten.getOrDefault(food, 0) + 1);
                }
                hatch.taskDone();
            }
        }
    }
}
