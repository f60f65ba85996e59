package racecourse.contract.queue;

/** A message was not put, because the queue was full. */
public class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the queue is full. */
    public QueueFullException() {
        super("the queue is full");
    }
}
