package lab.queue;

final class Chain<E> {
    private static final class Node<E> {
        private final E item;
        private Node<E> next;

        private Node(E item) {
            this.item = item;
        }

        private int length() {
            return next == null ? 1 : 1 + next.length();
        }
    }

    private Node<E> first;
    private Node<E> last;

    void addLast(E item) {
        Node<E> node = new Node<>(item);
        if (first == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
    }

    E removeFirst() {
        E item = first.item;
        first = first.next;
        if (first == null) {
            last = null;
        }
        return item;
    }

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return first == null ? 0 : first.length();
    }
}
