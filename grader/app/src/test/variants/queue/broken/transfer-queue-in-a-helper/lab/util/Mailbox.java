package lab.util;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

public class Mailbox<T> {
    private final TransferQueue<T> content = new LinkedTransferQueue<>();

    public void drop(T item) {
        content.add(item);
    }

    public T pick() {
        return content.remove();
    }
}
