/**
 * Lab 11: a counter guarded by a mutex. The student implements {@link racecourse.contract.counter.Counter} as
 * {@code lab.counter.MutexCounter(int initial, Pause pause)}.
 */
package racecourse.contract.counter;
