package lab.queue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;

final class MonitorStore<T> implements Store<T> {
    private final LinkedHashMap<Integer, T> content = new LinkedHashMap<>();
    private final int limit;
    private int number;

    MonitorStore(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized boolean add(T item, boolean patient) throws InterruptedException {
        while (content.size() == limit) {
            if (!patient) {
                return false;
            }
            wait();
        }
        content.put(number++, item);
        notifyAll();
        return true;
    }

    @Override
    public synchronized Optional<T> take(boolean patient) throws InterruptedException {
        while (content.isEmpty()) {
            if (!patient) {
                return Optional.empty();
            }
            wait();
        }
        Iterator<T> oldest = content.values().iterator();
        T item = oldest.next();
        oldest.remove();
        notifyAll();
        return Optional.of(item);
    }

    @Override
    public synchronized int size() {
        return content.size();
    }

    @Override
    public synchronized int limit() {
        return limit;
    }
}
