package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import racecourse.checks.engine.Track;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** A kitchen for controls, right or wrong. */
final class PlantedKitchen implements Kitchen {
    private final int capacity;
    private final Fault fault;
    private final List<Thread> chefsOfAll = new CopyOnWriteArrayList<>();

    private PlantedKitchen(int capacity, Fault fault) {
        this.capacity = capacity;
        this.fault = fault;
    }

    /** What is wrong with it. */
    enum Fault {
        NONE,
        /** Every order has a chef of its own. */
        CHEF_FOR_EACH_ORDER,
        /** No more diners come than there are dishes. */
        DINERS_AS_NEEDED,
        /** Diners draw the number that they tell. */
        NUMBERS_DRAWN,
        /** An interrupt sends the chefs of other servings home too. */
        CHEFS_SHARED
    }

    /** Makes such kitchens. */
    static IntFunction<Kitchen> of(Fault fault) {
        return capacity -> new PlantedKitchen(capacity, fault);
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Serve serve = new Serve(new ArrayBlockingQueue<>(capacity), eater, fault);
        int dishes = orders.stream().mapToInt(Order::dishes).sum();
        int coming = fault == Fault.DINERS_AS_NEEDED ? Math.min(diners, dishes) : diners;
        for (int number = 1; number <= coming; number++) {
            start(serve::dine, "diner-" + number);
        }
        List<Thread> chefs = new ArrayList<>();
        for (List<Order> own : shifts(orders)) {
            chefs.add(start(() -> serve.cook(own), "planted chef"));
        }
        chefsOfAll.addAll(chefs);
        try {
            for (Thread chef : chefs) {
                chef.join();
            }
            return serve.allEaten();
        } catch (InterruptedException e) {
            (fault == Fault.CHEFS_SHARED ? chefsOfAll : chefs).forEach(Thread::interrupt);
            throw e;
        }
    }

    private Iterable<List<Order>> shifts(List<Order> orders) {
        Map<Object, List<Order>> shifts = new LinkedHashMap<>();
        for (Order order : orders) {
            Object whose = fault == Fault.CHEF_FOR_EACH_ORDER ? shifts.size() : order.chef();
            shifts.computeIfAbsent(whose, key -> new ArrayList<>()).add(order);
        }
        return shifts.values();
    }

    private static Thread start(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** One call of serve. */
    private static final class Serve {
        private final BlockingQueue<String> dishes;
        private final Eater eater;
        private final Fault fault;
        private final AtomicInteger drawn = new AtomicInteger();
        private final AtomicInteger cooked = new AtomicInteger();

        /** Guarded by itself, as is what follows. */
        private final Map<String, Integer> eaten = new TreeMap<>();

        private int finished;

        Serve(BlockingQueue<String> dishes, Eater eater, Fault fault) {
            this.dishes = dishes;
            this.eater = eater;
            this.fault = fault;
        }

        void cook(List<Order> orders) {
            try {
                for (Order order : orders) {
                    for (int dish = 0; dish < order.dishes(); dish++) {
                        dishes.put(order.food());
                        cooked.incrementAndGet();
                    }
                }
            } catch (InterruptedException e) {
                // nobody wants the rest
            }
        }

        void dine() {
            // as changed classes have it before each of their steps
            Track.step();
            String name = fault == Fault.NUMBERS_DRAWN
                    ? "diner-" + drawn.incrementAndGet()
                    : Thread.currentThread().getName();
            try {
                while (true) {
                    String food = dishes.take();
                    eater.eat(name, food);
                    synchronized (eaten) {
                        eaten.merge(food, 1, Integer::sum);
                        finished++;
                        eaten.notifyAll();
                    }
                }
            } catch (InterruptedException e) {
                // nobody does that
            }
        }

        Map<String, Integer> allEaten() throws InterruptedException {
            synchronized (eaten) {
                while (finished < cooked.get()) {
                    eaten.wait();
                }
                return new TreeMap<>(eaten);
            }
        }
    }
}
