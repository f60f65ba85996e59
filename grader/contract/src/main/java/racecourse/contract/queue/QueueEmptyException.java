package racecourse.contract.queue;

/** No message was taken, because the queue was empty. */
public class QueueEmptyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the queue is empty. */
    public QueueEmptyException() {
        super("the queue is empty");
    }
}
