package lab.queue;

import java.util.Optional;

interface Store<T> {
    boolean add(T item, boolean patient) throws InterruptedException;

    Optional<T> take(boolean patient) throws InterruptedException;

    int size();

    int limit();
}
