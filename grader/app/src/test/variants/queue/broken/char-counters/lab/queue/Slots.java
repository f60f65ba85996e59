package lab.queue;

final class Slots<E> {
    private final Object[] slots;
    private char head;
    private char tail;

    Slots(int capacity) {
        slots = new Object[capacity];
    }

    void addLast(E item) {
        slots[tail++ % slots.length] = item;
    }

    @SuppressWarnings("unchecked")
    E removeFirst() {
        int at = head++ % slots.length;
        E item = (E) slots[at];
        slots[at] = null;
        return item;
    }

    boolean isEmpty() {
        return head == tail;
    }

    int size() {
        return (char) (tail - head);
    }
}
