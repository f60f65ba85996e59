/**
 * Lab 04: a bounded queue of messages. The student implements {@link racecourse.contract.queue.MessageQueue} as
 * {@code lab.queue.BoundedMessageQueue(int capacity)}.
 */
package racecourse.contract.queue;
